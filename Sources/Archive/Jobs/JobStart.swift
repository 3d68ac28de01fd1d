package import FoundationEssentials
package import GasService
package import PostgresClient

/// That a crew began with a job.
package struct JobStart: Sendable, Hashable, Codable {
    /// The job.
    package let id: JobID
    /// The state in which it is now.
    package let state: String
    /// When the crew began.
    package let startedAt: Instant

    enum CodingKeys: String, CodingKey {
        case id
        case state
        case startedAt = "started_at"
    }

    /// Starts a job; a repeat of the same command changes nothing and answers the same.
    ///
    /// - Throws: `PostgresError`; the schema refuses another crew's job and a job that is not planned.
    nonisolated(nonsending) package static func start(
        _ job: JobID, at occurredAt: Instant, as command: UUID, by connection: PostgresConnection
    ) async throws -> JobStart {
        let answer = try await connection.queryOne(
            "SELECT start_job(\(command), \(job.district), \(job.number), \(occurredAt))", as: (String.self))
        return try JSONDecoder().decode(JobStart.self, from: Data(answer.utf8))
    }
}
