package import Archive
package import Foundation
package import GasService
import PostgresClient

/// Records what came of a notice that people delivered: a call, or a way to the door.
package enum RecordTelling {
    /// Records it now, or when it happened.
    ///
    /// - Throws: `GasworksError`: `unknownNotice`, `illegalNoticeState`, `invalidValue`.
    nonisolated(nonsending) package static func run(
        _ result: TellingResult, of notice: NoticeID, at instant: Instant? = nil, command: UUID = UUID(),
        in database: GasworksDatabase
    ) async throws -> NoticeTelling {
        let told = if let instant { instant } else { try await database.present() }
        return try await database.write("notice record") {
            try await NoticeTelling.record(result, of: notice, at: told, as: command, by: $0)
        }
    }
}
