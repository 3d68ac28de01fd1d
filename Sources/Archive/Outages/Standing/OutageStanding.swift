package import GasService
package import PostgresClient

/// How many households of a district and class stand how before the gate.
package struct OutageStanding: Sendable, Hashable {
    /// The district.
    package let district: DistrictID
    /// The class.
    package let customerClass: CustomerClass
    /// `told`, `waived`, `late`, `person`, `moved`, `changed` or `untold`; see `gate_verdicts` in the schema.
    package let verdict: String
    /// How many.
    package let households: Int
    /// How many of these are in special care.
    package let inCare: Int
    /// The last instant at which a confirmation is in time for the start.
    package let deadline: Instant
    /// How many of these are not told yet and are reached next by a message.
    package let messages: Int
    /// Likewise by a call.
    package let calls: Int
    /// Likewise by a crew at the door.
    package let hands: Int

    /// Whether the gate lets these households pass.
    package var passes: Bool { verdict == "told" || verdict == "waived" }

    /// How an outage stands.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of outage: OutageID, on connection: PostgresConnection
    ) async throws -> [OutageStanding] {
        try await connection.query(
            """
            SELECT district_id, customer_class, verdict, households, in_care, deadline, messages, calls, hands
            FROM outage_standing(\(outage.number))
            """,
            as: (
                DistrictID.self, CustomerClass.self, String.self, Int.self, Int.self, Instant.self, Int.self, Int.self,
                Int.self
            )
        ).map {
            OutageStanding(
                district: $0, customerClass: $1, verdict: $2, households: $3, inCare: $4, deadline: $5, messages: $6,
                calls: $7, hands: $8)
        }
    }

    /// The deliveries by hand with their last day: that of the deadline, or the one before when it falls before the visiting
    /// hours end.
    package func deliveries(zone: UtilityTimeZone, settings: Settings) -> DeliveryForecast.Work {
        let isWholeDay = zone.minute(of: deadline) >= settings[.visitUntil]
        return DeliveryForecast.Work(lastDay: zone.date(of: deadline).adding(days: isWholeDay ? 0 : -1), count: hands)
    }
}

/// A household that keeps an outage from starting.
package struct UntoldHousehold: Sendable, Hashable {
    /// The district.
    package let district: DistrictID
    /// The account.
    package let account: AccountNumber
    /// The class.
    package let customerClass: CustomerClass
    /// The address.
    package let address: String
    /// The unit.
    package let unit: String?
    /// Whether it must be told in person or by telephone.
    package let inCare: Bool
    /// How it stands before the gate.
    package let verdict: String
    /// What is on its way, as `sms:queued`.
    package let onItsWay: String?
    /// Why the last channel failed.
    package let failure: String?

    /// The first households that keep an outage from starting, by district and account.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func first(
        _ limit: Int, of outage: OutageID, on connection: PostgresConnection
    ) async throws -> [UntoldHousehold] {
        try await connection.query(
            """
            SELECT district_id, account_no, customer_class, address, unit, in_care, verdict, on_its_way, failure
            FROM outage_untold(\(outage.number), \(Int32(clamping: limit)))
            """,
            as: (
                DistrictID.self, AccountNumber.self, CustomerClass.self, String.self, String?.self, Bool.self,
                String.self, String?.self, String?.self
            )
        ).map {
            UntoldHousehold(
                district: $0, account: $1, customerClass: $2, address: $3, unit: $4, inCare: $5, verdict: $6,
                onItsWay: $7, failure: $8)
        }
    }
}

/// How many notices of an outage's present terms are in which state.
package struct NoticeCount: Sendable, Hashable {
    /// The channel.
    package let channel: NoticeChannel
    /// The state.
    package let state: String
    /// How many.
    package let notices: Int

    /// The notices of the terms in force.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of outage: OutageID, on connection: PostgresConnection
    ) async throws -> [NoticeCount] {
        try await connection.query(
            """
            SELECT c.channel, c.state, sum(c.notices)::bigint
            FROM outage_notice_counts(\(outage.number)) AS c
            JOIN outage AS o ON o.outage_no = \(outage.number) AND o.terms_version = c.version
            WHERE c.purpose IN ('announcement', 'change')
            GROUP BY c.channel, c.state ORDER BY c.channel, c.state
            """,
            as: (String.self, String.self, Int.self)
        ).compactMap { channel, state, count in
            NoticeChannel(rawValue: channel).map { NoticeCount(channel: $0, state: state, notices: count) }
        }
    }
}

/// Another outage that meets the same households at the same time.
package struct OutageMeeting: Sendable, Hashable {
    /// The other outage.
    package let other: OutageID
    /// Its state.
    package let state: String
    /// Households that both concern.
    package let households: Int
    /// Whether somebody decided that both may go on.
    package let isDecided: Bool

    /// The outages that meet one.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of outage: OutageID, on connection: PostgresConnection
    ) async throws -> [OutageMeeting] {
        try await connection.query(
            "SELECT other_no, state, households, decided FROM outage_overlaps(\(outage.number))",
            as: (Int32.self, String.self, Int.self, Bool.self)
        ).compactMap { number, state, households, decided in
            OutageID(number: number).map {
                OutageMeeting(other: $0, state: state, households: households, isDecided: decided)
            }
        }
    }
}

/// How many households of an outage's ledger are in which state.
package struct LedgerCount: Sendable, Hashable {
    /// `listed`, `off`, `lit` or `sealed`.
    package let state: String
    /// How many.
    package let households: Int

    /// The ledger of an outage.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of outage: OutageID, on connection: PostgresConnection
    ) async throws -> [LedgerCount] {
        try await connection.query(
            """
            SELECT state, count(*) FROM outage_household
            WHERE district_id = ANY (ARRAY(SELECT outage_districts(\(outage.number))))
              AND outage_no = \(outage.number) AND state <> 'released'
            GROUP BY state ORDER BY state
            """, as: (String.self, Int.self)
        ).map { LedgerCount(state: $0, households: $1) }
    }
}
