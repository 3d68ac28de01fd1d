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
        try await database.write("notice record") { connection in
            let told = try await connection.instant(instant)
            return try await NoticeTelling.record(result, of: notice, at: told, as: command, by: connection)
        }
    }
}
