package import FoundationEssentials
package import GasService
package import PostgresClient

/// That a crew is on call outside its shift.
package struct CrewStandby: Sendable, Hashable {
    /// The crew.
    package let crew: CrewID
    /// From when on.
    package let from: Instant
    /// Until when.
    package let until: Instant
    /// Minutes from a call until it is on the road.
    package let minutes: Int

    /// Describes a standby.
    package init(crew: CrewID, from: Instant, until: Instant, minutes: Int) {
        self.crew = crew
        self.from = from
        self.until = until
        self.minutes = minutes
    }

    /// Who is on call at an instant, by crew.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        at instant: Instant, by connection: PostgresConnection
    ) async throws -> [CrewID: CrewStandby] {
        let rows = try await connection.query(
            "SELECT crew_id, from_at, until_at, minutes FROM standby WHERE from_at <= \(instant) AND \(instant) < until_at",
            as: (CrewID.self, Instant.self, Instant.self, Int16.self))
        return Dictionary(
            rows.map { ($0.0, CrewStandby(crew: $0.0, from: $0.1, until: $0.2, minutes: Int($0.3))) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Enters it into the roster; the same beginning again changes its end.
    ///
    /// - Throws: `PostgresError`; the schema refuses one that overlaps another of the crew.
    nonisolated(nonsending) package func record(as command: UUID, by connection: PostgresConnection) async throws {
        try await connection.execute("SELECT record_standby(\(command), \(crew), \(from), \(until), \(Int32(minutes)))")
    }
}
