package import Archive
package import Foundation
import GasService
import PostgresClient

/// Declares an outage, and says at once whether its households can still be told in time.
package enum DeclareOutage {
    /// What came of a declaration.
    package struct Outcome: Sendable {
        /// What the database recorded.
        package let answer: OutageCourse.Answer
        /// How it stands, and what its notices ask for.
        package let report: OutageReport
    }

    /// Declares it in one transaction.
    ///
    /// - Throws: `GasworksError`: `unknownNode`, `unknownAccount`, and `outageRefused` for hours out of order, a start in
    ///   the past or an area without households.
    nonisolated(nonsending) package static func run(
        _ declaration: OutageCourse.Declaration, command: UUID = UUID(), in database: GasworksDatabase
    ) async throws -> Outcome {
        let zone = database.installation.timeZone
        return try await database.write("outage declare") { connection in
            let answer = try await OutageCourse(on: connection).declare(declaration, as: command)
            let report = try await OutageReport.read(answer.id, untold: 0, zone: zone, by: connection)
            return Outcome(answer: answer, report: report)
        }
    }
}
