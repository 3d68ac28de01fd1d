import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks outage notify`: queues a notice for each affected household.
struct NotifyOutage: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: NoticeHelp.notify)

    @OptionGroup var step: OutageStepOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let announced = try await context.withDatabase { database in
            try await AnnounceOutage.run(step.outage, command: step.commandID(), in: database)
        }
        let queued = NoticeChannel.allCases.compactMap { channel in
            announced.queued[channel].map { (channel: channel, count: $0) }
        }
        try context.answer(
            Answer(
                id: step.outage, state: announced.state,
                queued: Dictionary(uniqueKeysWithValues: queued.map { ($0.channel.rawValue, $0.count) })),
            saying: .announced(step.outage, queued))
    }

    private struct Answer: Encodable {
        let id: OutageID
        let state: String
        let queued: [String: Int]
    }
}
