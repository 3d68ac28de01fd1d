import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks notice list`: an outage's notices and how they stand.
struct ListNotices: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: NoticeHelp.list)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(NoticeHelp.state))
    var state: NoticeState?

    @Option(help: ArgumentHelp(NoticeHelp.channel))
    var channel: NoticeChannel?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (entries, zone) = try await context.withDatabase { database in
            let entries = try await database.read { connection in
                _ = try await AnnouncedTerms.read(outage, by: connection)
                return try await NoticeEntry.all(
                    of: outage, state: state?.rawValue, channel: channel, by: connection)
            }
            return (entries, database.installation.timeZone)
        }
        try context.answer(entries.map(Row.init), as: Row.listing(in: zone))
    }

    /// The states by which notices are asked for.
    enum NoticeState: String, CaseIterable, ExpressibleByArgument {
        case queued, leased, sent, confirmed, failed, withdrawn
    }

    private struct Row: Encodable, Sendable {
        let id: NoticeID
        let accountNo: AccountNumber
        let terms: Int
        let purpose: NoticePurpose
        let channel: NoticeChannel
        let state: String
        let attempts: Int
        let dueAt: Instant
        let sentAt: Instant?
        let confirmedAt: Instant?
        let manner: String?
        let failure: String?

        init(_ entry: NoticeEntry) {
            (id, accountNo, terms, purpose) = (entry.id, entry.account, Int(entry.version), entry.purpose)
            (channel, state, attempts, dueAt) = (entry.channel, entry.state, entry.attempts, entry.dueAt)
            (sentAt, confirmedAt, manner, failure) = (entry.sentAt, entry.confirmedAt, entry.manner, entry.failure)
        }

        static func listing(in zone: UtilityTimeZone) -> Listing<Row> {
            Listing([
                Column("id", .noticeNumber) { .text($0.id.text) },
                Column("account_no", .account) { .text($0.accountNo.text) },
                Column("purpose", .noticePurpose) { .phrase(Phrase($0.purpose)) },
                Column("channel", .noticeChannel) { .phrase(Phrase($0.channel)) },
                Column("state", .state) { .phrase(Phrase(code: $0.state)) },
                Column("attempts", .noticeAttempts, .trailing) { .integer($0.attempts) },
                Column("sent_at", .noticeSent) { $0.sentAt.map { .instant($0, zone) } ?? .empty },
                Column("confirmed_at", .noticeConfirmed) { $0.confirmedAt.map { .instant($0, zone) } ?? .empty },
                Column("failure", .noticeFailure) { $0.failure.map { .phrase(Phrase(deliveryFailure: $0)) } ?? .empty },
            ])
        }
    }
}
