package import FoundationEssentials
package import GasService
package import PostgresClient

/// A crew's new route in a district's running day, with a fault that it takes on.
package struct DayAmendment: Sendable {
    /// The district.
    package let district: DistrictID
    /// The version that crews see and that the new route was made from; 0 when the day has none.
    package let baseVersion: Int32
    /// The crew's whole route in the district, what it has begun included.
    package let route: DraftDay.Route
    /// Jobs that give way.
    package let displaced: [JobID]

    /// Gathers an amendment.
    package init(district: DistrictID, baseVersion: Int32, route: DraftDay.Route, displaced: [JobID]) {
        self.district = district
        self.baseVersion = baseVersion
        self.route = route
        self.displaced = displaced
    }

    /// What became of the day.
    package struct Answer: Sendable, Hashable, Decodable {
        /// The version that crews see now.
        package let version: Int32
        /// The job by which the crew has the fault; nil in the other districts of a crew of the company.
        package let job: JobID?
    }

    /// Puts the route in the place of the crew's old one, as the next version, published.
    ///
    /// - Parameters:
    ///   - date: the day.
    ///   - together: the districts amended in this transaction, which come in their order.
    ///   - command: a repeat of the same changes nothing.
    ///   - connection: a dispatcher's, in a transaction.
    /// - Returns: what became of the day.
    /// - Throws: `PostgresError`; the schema refuses with `plan_conflict` when the day changed meanwhile, and a fault that
    ///   another crew has.
    nonisolated(nonsending) package func apply(
        on date: CalendarDate, together: [DistrictID], as command: UUID, by connection: PostgresConnection
    ) async throws -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(route), as: UTF8.self)
        let answer = try await connection.queryOne(
            """
            SELECT amend_day_plan(\(command), \(district), \(date), \(baseVersion), \(PostgresJSONText(text: text)),
                                  \(displaced.map(\.number)), \(together))
            """,
            as: (String.self))
        return try JSONDecoder().decode(Answer.self, from: Data(answer.utf8))
    }
}

/// What the caller of a fault is promised, and what that breaks.
package struct FaultPromise: Sendable, Hashable {
    /// A promise to somebody else that the way to the fault breaks.
    package struct Broken: Sendable, Hashable, Codable {
        /// The job of the one who waits.
        package let job: JobID
        /// Minutes later than promised; nil when the visit is not made on the day at all.
        package let minutesLate: Int?

        /// Describes a broken promise.
        package init(job: JobID, minutesLate: Int?) {
            self.job = job
            self.minutesLate = minutesLate
        }

        enum CodingKeys: String, CodingKey {
            case job
            case minutesLate = "minutes_late"
        }
    }

    /// The job by which the crew has the fault.
    package let job: JobID
    /// When it is there at the latest.
    package let arrival: Instant
    /// What that breaks.
    package let broken: [Broken]

    /// Gathers a promise.
    package init(job: JobID, arrival: Instant, broken: [Broken]) {
        self.job = job
        self.arrival = arrival
        self.broken = broken
    }

    /// Writes the promise into the fault's trail.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package func keep(for fault: FaultID, by connection: PostgresConnection) async throws {
        let text = String(decoding: try JSONEncoder().encode(broken), as: UTF8.self)
        try await connection.execute(
            """
            SELECT promise_arrival(\(fault.district), \(fault.number), \(job.number), \(arrival),
                                   \(PostgresJSONText(text: text)))
            """)
    }
}
