import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks outage notify`: queues a notice for each affected household.
struct NotifyOutage: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: NoticeHelp.notify)

    @Argument(help: ArgumentHelp(NoticeHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(JobHelp.commandID))
    var commandID: CommandID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let announced = try await context.withDatabase { database in
            try await AnnounceOutage.run(outage, command: commandID?.uuid ?? UUID(), in: database)
        }
        let queued = NoticeChannel.allCases.compactMap { channel in
            announced.queued[channel].map { (channel: channel, count: $0) }
        }
        try context.answer(
            Answer(
                id: outage, state: announced.state,
                queued: Dictionary(uniqueKeysWithValues: queued.map { ($0.channel.rawValue, $0.count) })),
            saying: .announced(outage, queued))
    }

    private struct Answer: Encodable {
        let id: OutageID
        let state: String
        let queued: [String: Int]
    }
}
