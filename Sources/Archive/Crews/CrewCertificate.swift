package import FoundationEssentials
package import GasService
package import PostgresClient

/// That a crew may be sent to a kind of work.
package struct CrewCertificate: Sendable, Hashable {
    /// The crew.
    package let crew: CrewID
    /// The skill's code, such as `inspection`.
    package let skill: String
    /// The last day on which it is valid; nil when no expiry is on file.
    package let validUntil: CalendarDate?

    /// States a certificate.
    package init(crew: CrewID, skill: String, validUntil: CalendarDate?) {
        self.crew = crew
        self.skill = skill
        self.validUntil = validUntil
    }

    /// Every crew's certificates, by skill.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        on connection: PostgresConnection
    ) async throws -> [CrewCertificate] {
        try await connection.query(
            "SELECT crew_id, skill, valid_until FROM certificate ORDER BY crew_id, skill",
            as: (CrewID.self, String.self, CalendarDate?.self)
        ).map { CrewCertificate(crew: $0, skill: $1, validUntil: $2) }
    }

    /// Stores the certificate, in place of one for the same skill, and its archive event; a repeat of the same command
    /// does nothing again.
    ///
    /// - Throws: `PostgresError`; the schema refuses an unknown crew.
    nonisolated(nonsending) package func store(as command: UUID, on connection: PostgresConnection) async throws {
        try await connection.execute("SELECT certify_crew(\(command), \(crew), \(skill), \(validUntil))")
    }
}
