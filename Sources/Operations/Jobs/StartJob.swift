package import Archive
package import Foundation
package import GasService
import PostgresClient

/// Begins a job: from now on it stays with its crew, whatever is planned or published.
package enum StartJob {
    /// Starts the job now, or when the crew says it began.
    ///
    /// - Throws: `GasworksError`: `unknownJob`, `jobOfAnotherCrew`, `illegalJobState`, `missingCertificate`.
    nonisolated(nonsending) package static func run(
        _ job: JobID, at instant: Instant? = nil, command: UUID = UUID(), in database: GasworksDatabase
    ) async throws -> JobStart {
        try await database.write("job start") { connection in
            let began = try await connection.instant(instant)
            return try await JobStart.start(job, at: began, as: command, by: connection)
        }
    }
}
