package import FoundationEssentials
package import GasService
package import PostgresClient

/// The steps of an outage until gas is off.
///
/// The schema decides whether each may be taken (`sql/routines/outages`).
package struct OutageCourse {
    private let connection: PostgresConnection

    /// Takes steps on a connection, in whichever transaction it has open.
    package init(on connection: PostgresConnection) {
        self.connection = connection
    }

    /// What the schema answers to declaring, rescheduling and cancelling.
    package struct Answer: Sendable, Hashable, Codable {
        /// The outage.
        package let id: OutageID
        /// The state in which it is now.
        package let state: String
        /// The version of the terms in force.
        package let version: Int
        /// When gas goes off.
        package let startsAt: Instant
        /// When it is to be back.
        package let endsAt: Instant
        /// Households concerned.
        package let affected: Int
        /// Notices that wait to be sent.
        package let queued: Int
        /// Outages with which it overlaps and that nobody decided about.
        package let overlaps: [OutageID]

        enum CodingKeys: String, CodingKey {
            case id
            case state
            case version
            case startsAt = "starts_at"
            case endsAt = "ends_at"
            case affected
            case queued
            case overlaps
        }
    }

    /// What was declared.
    package struct Declaration: Sendable {
        /// Where.
        package var area: OutageArea
        /// When gas goes off.
        package var starts: Instant
        /// When it is to be back.
        package var ends: Instant
        /// Why, as households are told.
        package var reason: String
        /// Whether it needs no lead time.
        package var isEmergency: Bool
        /// Whether its notices are queued in the same stroke, unless it overlaps another.
        package var announcesAtOnce: Bool

        /// Gathers a declaration.
        package init(
            area: OutageArea, starts: Instant, ends: Instant, reason: String, isEmergency: Bool, announcesAtOnce: Bool
        ) {
            self.area = area
            self.starts = starts
            self.ends = ends
            self.reason = reason
            self.isEmergency = isEmergency
            self.announcesAtOnce = announcesAtOnce
        }
    }

    /// Declares an outage.
    nonisolated(nonsending) package func declare(_ what: Declaration, as command: UUID) async throws -> Answer {
        try await answer(
            """
            SELECT declare_outage(\(command), \(PostgresJSONText(text: what.area.json)), \(what.starts), \(what.ends),
                                  \(what.reason), \(what.isEmergency), \(what.announcesAtOnce))
            """)
    }

    /// Changes hours or, unless nil, the area.
    nonisolated(nonsending) package func reschedule(
        _ outage: OutageID, from starts: Instant, until ends: Instant, area: OutageArea?, as command: UUID
    ) async throws -> Answer {
        let json = area.map { PostgresJSONText(text: $0.json) }
        return try await answer(
            "SELECT reschedule_outage(\(command), \(outage.number), \(starts), \(ends), \(json))")
    }

    /// Calls the outage off.
    nonisolated(nonsending) package func cancel(
        _ outage: OutageID, reason: String, as command: UUID
    ) async throws -> Answer {
        try await answer("SELECT cancel_outage(\(command), \(outage.number), \(reason))")
    }

    /// Decides that two overlapping outages may both go on.
    nonisolated(nonsending) package func acceptOverlap(
        of outage: OutageID, with other: OutageID, reason: String, as command: UUID
    ) async throws -> Answer {
        try await answer("SELECT decide_overlap(\(command), \(outage.number), \(other.number), \(reason))")
    }

    /// Answers, by the supervisor's name, for households that are not told.
    ///
    /// - Returns: How many were waived.
    nonisolated(nonsending) package func waive(
        _ accounts: [AccountNumber], of outage: OutageID, reason: String, as command: UUID
    ) async throws -> Int {
        try await connection.queryOne(
            "SELECT (waive_notices(\(command), \(outage.number), \(accounts), \(reason)) ->> 'waived')::bigint",
            as: (Int.self))
    }

    /// Records a public announcement.
    nonisolated(nonsending) package func publish(
        _ outage: OutageID, medium: String, at instant: Instant, as command: UUID
    ) async throws {
        try await connection.execute("SELECT publish_outage(\(command), \(outage.number), \(medium), \(instant))")
    }

    /// Records that a contingency report was written, by its SHA-256 in hexadecimal.
    nonisolated(nonsending) package func recordReport(
        on outage: OutageID, digest: String, at instant: Instant, as command: UUID
    ) async throws {
        try await connection.execute(
            "SELECT record_contingency_report(\(command), \(outage.number), \(digest), \(instant))")
    }

    /// Brings ledger and outbox up to date.
    nonisolated(nonsending) package func refresh(_ outage: OutageID) async throws {
        try await connection.execute("SELECT refresh_outage(\(outage.number))")
    }

    /// What the gate counted when gas went off.
    package struct Start: Sendable, Hashable, Codable {
        /// The outage.
        package let id: OutageID
        /// The state in which it is now.
        package let state: String
        /// When gas went off.
        package let startedAt: Instant
        /// Households without gas.
        package let affected: Int
        /// Of these told in time.
        package let told: Int
        /// Of these waived.
        package let waived: Int

        enum CodingKeys: String, CodingKey {
            case id
            case state
            case startedAt = "started_at"
            case affected
            case told
            case waived
        }
    }

    /// Turns gas off, if the gate lets it.
    nonisolated(nonsending) package func start(_ outage: OutageID, as command: UUID) async throws -> Start {
        try await answer("SELECT start_outage(\(command), \(outage.number))")
    }

    nonisolated(nonsending) private func answer<Value: Decodable>(_ query: PostgresQuery) async throws -> Value {
        let json = try await connection.queryOne(query, as: (String.self))
        return try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }
}
