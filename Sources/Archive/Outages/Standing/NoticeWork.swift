package import GasService
package import PostgresClient

/// How the households of an outage are reached, and what crews must carry to them.
package struct NoticeWork: Sendable {
    /// Households that a message can reach.
    package let messages: Int
    /// Households that are called.
    package let calls: Int
    /// Households that a crew must go to.
    package let hands: Int
    /// The districts of the outage.
    package let districts: Set<DistrictID>
    /// Notices queued for crews, by the instant until which they are in time.
    private let deadlines: [(Instant, Int)]

    /// No work.
    package static let none = NoticeWork(messages: 0, calls: 0, hands: 0, districts: [], deadlines: [])

    /// Reads the work of an outage.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func read(
        of outage: OutageID, on connection: PostgresConnection
    ) async throws -> NoticeWork {
        let (messages, calls, hands) = try await connection.queryOne(
            "SELECT messages, calls, hands FROM outage_reach(\(outage.number))", as: (Int.self, Int.self, Int.self))
        let districts = try await connection.query(
            "SELECT outage_districts(\(outage.number))", as: (DistrictID.self))
        let deadlines = try await connection.query(
            """
            SELECT w.deadline, count(*)
            FROM outage_districts(\(outage.number)) AS place, outage_work(place, today()) AS w
            WHERE w.outage_no = \(outage.number) AND w.kind = 'notice'
            GROUP BY w.deadline ORDER BY w.deadline
            """, as: (Instant.self, Int.self))
        return NoticeWork(
            messages: messages, calls: calls, hands: hands, districts: Set(districts),
            deadlines: deadlines.map { ($0, $1) })
    }

    /// The deliveries by their last day: the day of the deadline, or the one before when it falls before the visiting hours
    /// end.
    package func deliveries(zone: UtilityTimeZone, settings: Settings) -> [DeliveryForecast.Work] {
        deadlines.map { deadline, count in
            let wholeDay = zone.minute(of: deadline) >= settings[.visitUntil]
            return DeliveryForecast.Work(
                lastDay: zone.date(of: deadline).adding(days: wholeDay ? 0 : -1), count: count)
        }
    }
}
