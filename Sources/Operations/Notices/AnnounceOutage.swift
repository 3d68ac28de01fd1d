package import Archive
package import Foundation
package import GasService

/// Queues a notice for each household of an outage.
package enum AnnounceOutage {
    /// Announces it.
    ///
    /// - Throws: `GasworksError`: `unknownOutage`, and what the rules of outages refuse.
    nonisolated(nonsending) package static func run(
        _ outage: OutageID, command: UUID = UUID(), in database: GasworksDatabase
    ) async throws -> OutageAnnouncement {
        try await database.write("outage notify") {
            try await OutageAnnouncement.announce(outage, as: command, by: $0)
        }
    }
}
