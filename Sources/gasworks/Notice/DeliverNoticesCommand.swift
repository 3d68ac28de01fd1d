import Archive
import ArgumentParser
import Foundation
import GasService
import NoticeGateways
import Operations
import Presentation

/// `gasworks notice deliver`: takes queued notices to their gateways.
struct DeliverNoticesCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver", abstract: NoticeHelp.deliver, discussion: NoticeHelp.deliverMore)

    @Option(help: ArgumentHelp(NoticeHelp.gateways, valueName: "file"))
    var gateways: String?

    @Flag(help: ArgumentHelp(NoticeHelp.watch))
    var watch = false

    @Option(help: ArgumentHelp(NoticeHelp.atOnce, valueName: "count"))
    var atOnce = 16

    @Option(help: ArgumentHelp(NoticeHelp.leaseSeconds, valueName: "seconds"))
    var leaseSeconds = 600

    @OptionGroup var options: NoticeOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...256).contains(atOnce), (2...86_400).contains(leaseSeconds) else {
            throw ValidationError(NoticeHelp.deliverBounds.spoken)
        }
    }

    func run(in context: CommandContext) async throws {
        let ways = try GatewayFile.named(gateways).gateways { () throws(GasworksError) in
            Courier(path: try HelperPath.of("gasworks-courier"))
        }
        let policy = DeliveryPolicy(watches: watch, concurrency: atOnce, lease: .seconds(leaseSeconds))
        let report = try await context.withDatabase { database in
            let writer = try options.writer(zone: database.installation.timeZone)
            let settings = try await DistrictSettings(of: database)
            let languages = options.languages(context.language)
            let delivery = DeliverNotices(
                from: PostgresNoticeStore(
                    database, worker: "\(ProcessInfo.processInfo.hostName.prefix(40)).\(getpid())"),
                by: ways, policy: policy,
                backOff: { NoticeBackOff(settings: await settings.settings(of: $0)) },
                compose: { notice in
                    let restoration = await settings.restorationHours(of: notice.id.district)
                    let form: NoticeSection.Form = notice.channel == .sms ? .short : .long
                    let text = writer.text(NoticeFacts(notice, restoration: restoration), form, in: languages)
                    return ComposedNotice(heading: text.heading, body: text.body)
                })
            return try await delivery.run(until: TerminationRequest.stream())
        }
        try context.answer(Answer(tally: report.tally), saying: .delivered(report.tally))
        if let (channel, failure) = report.unavailable.min(by: { $0.key.rawValue < $1.key.rawValue }) {
            throw GasworksError.gatewayOutOfReach(channel: channel, reason: failure.rawValue)
        }
    }

    private struct Answer: Encodable {
        let id = "delivery"
        let tally: NoticeTally

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try tally.encode(to: encoder)
        }

        private enum CodingKeys: CodingKey { case id }
    }
}
