package import Archive
package import Foundation
package import GasService
import PostgresClient

/// Turns gas off, if the gate lets it.
package enum StartOutage {
    /// Starts the outage.
    ///
    /// When households are missing, those who came in meanwhile get their notices before the refusal is passed on: the
    /// transaction of the refused start took them back.
    ///
    /// - Throws: `GasworksError.outageRefused`: `noticesMissing` with the number and the first accounts,
    ///   `beforeDeclaredStart`, `afterDeclaredEnd`, `overlapUndecided`, `illegalState`, `unknownOutage`.
    nonisolated(nonsending) package static func run(
        _ outage: OutageID, command: UUID = UUID(), in database: GasworksDatabase
    ) async throws -> OutageCourse.Start {
        do {
            return try await database.write("outage start") {
                try await OutageCourse(on: $0).start(outage, as: command)
            }
        } catch GasworksError.outageRefused(.noticesMissing(let name, let count, let accounts)) {
            try await database.write("outage start") { try await OutageCourse(on: $0).refresh(outage) }
            throw GasworksError.outageRefused(.noticesMissing(outage: name, count: count, accounts: accounts))
        }
    }
}
