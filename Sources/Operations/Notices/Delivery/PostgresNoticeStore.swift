package import Archive
package import GasService
import PostgresClient

/// The outbox in the database.
package struct PostgresNoticeStore: NoticeStore {
    private let database: GasworksDatabase
    private let worker: String

    /// A store for one worker.
    ///
    /// - Parameters:
    ///   - database: the company's.
    ///   - worker: the worker's name, by which an operator finds who holds a notice.
    package init(_ database: GasworksDatabase, worker: String) {
        self.database = database
        self.worker = worker
    }

    package func lease(_ channels: [NoticeChannel], limit: Int, seconds: Int) async throws -> [LeasedNotice] {
        try await database.write("notice deliver") {
            try await LeasedNotice.lease(channels, limit: limit, seconds: seconds, as: worker, by: $0)
        }
    }

    package func settle(_ settlements: [NoticeSettlement]) async throws -> [SettledNotice] {
        try await database.write("notice deliver") {
            try await NoticeSettlement.store(settlements, as: worker, by: $0)
        }
    }

    package func standing(of channels: [NoticeChannel]) async throws -> OutboxStanding {
        let (nextDue, stored) = try await database.read { connection in
            (
                try await LeasedNotice.nextDue(of: channels, by: connection),
                try await StoredSetting.all(on: connection)
            )
        }
        let present = try await database.present()
        let zone = database.installation.timeZone
        let settings = Settings(stored: stored, district: .company, on: zone.date(of: present))
        return OutboxStanding(
            nextDue: nextDue, present: present,
            isQuiet: QuietHours(settings: settings, zone: zone).span.contains(present, zone: zone),
            clockStands: database.playedInstant != nil)
    }

    package func wakeUps() async -> AsyncStream<Void> { WakeUps.stream(of: "gasworks_notices", in: database) }
}
