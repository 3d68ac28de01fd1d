package import GasService
package import PostgresClient

/// What a fault asks of a crew.
package enum FaultSkills {
    /// The skills for which a crew needs valid certificates.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func needed(
        for severity: FaultSeverity, by connection: PostgresConnection
    ) async throws -> Set<String> {
        let skills = try await connection.queryOne("SELECT fault_skills(\(severity))", as: ([String].self))
        return Set(skills)
    }
}
