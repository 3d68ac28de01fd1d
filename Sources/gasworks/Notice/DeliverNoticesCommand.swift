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
        let environment = ProcessInfo.processInfo.environment
        guard let path = gateways ?? environment["GASWORKS_GATEWAYS"] else {
            throw GasworksError.usage(reason: NoticeHelp.noGateways.spoken)
        }
        let file = try GatewayFile(
            path: path, environment: environment, courier: Courier(path: try CourierProgram.path()))
        let policy = DeliveryPolicy(watches: watch, concurrency: atOnce, lease: .seconds(leaseSeconds))
        let report = try await context.withDatabase { database in
            let writer = try options.writer(zone: database.installation.timeZone)
            let settings = try await companySettings(of: database)
            let restoration = RestorationHours(settings: settings, zone: database.installation.timeZone)
            let languages = options.languages(context.language)
            let delivery = DeliverNotices(
                from: PostgresNoticeStore(
                    database, worker: "\(ProcessInfo.processInfo.hostName.prefix(40)).\(getpid())"),
                by: file.gateways, policy: policy, backOff: NoticeBackOff(settings: settings)
            ) { notice in
                let form: NoticeSection.Form = notice.channel == .sms ? .short : .long
                let text = writer.text(NoticeFacts(notice, restoration: restoration), form, in: languages)
                return ComposedNotice(heading: text.heading, body: text.body)
            }
            return try await delivery.run(until: TerminationRequest.stream())
        }
        try context.answer(DeliveryAnswer(report), saying: .delivered(report.counts))
        if let (channel, failure) = report.unavailable.min(by: { $0.key.rawValue < $1.key.rawValue }) {
            throw GasworksError.gatewayOutOfReach(channel: channel, reason: failure.rawValue)
        }
    }
}

/// What a delivery answers.
struct DeliveryAnswer: Encodable {
    let id: String
    let sent: Int
    let confirmed: Int
    let requeued: Int
    let failed: Int
    let stale: Int

    init(_ report: DeliveryReport) {
        id = "delivery"
        let tally = report.tally
        (sent, confirmed, requeued) = (tally.sent, tally.confirmed, tally.requeued)
        (failed, stale) = (tally.failed, tally.stale)
    }
}

extension DeliveryReport {
    /// The figures as `Presentation` words them.
    var counts: DeliveryCounts {
        DeliveryCounts(
            sent: tally.sent, confirmed: tally.confirmed, requeued: tally.requeued, failed: tally.failed,
            stale: tally.stale)
    }
}
