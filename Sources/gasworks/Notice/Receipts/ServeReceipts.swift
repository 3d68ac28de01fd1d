import Archive
import ArgumentParser
import Foundation
import GasService
import HelperWire
import NoticeGateways
import Operations
import Presentation
import Synchronization

/// `gasworks notice receipt serve`: takes receipts in as gateways report them by HTTP.
struct ServeReceipts: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: NoticeHelp.receiptServe, discussion: NoticeHelp.receiptServeMore)

    @Option(help: ArgumentHelp(NoticeHelp.gateways, valueName: "file"))
    var gateways: String?

    @Option(help: ArgumentHelp(NoticeHelp.listen, valueName: "address"))
    var listen = ListeningAddress.standard

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let rules = try GatewayFile.named(gateways).callbacks()
        let program = try HelperPath.of("gasworks-callback")
        let new = try await context.withDatabase { database in
            let terms = CallbackTerms(
                host: listen.host, port: listen.port, largestBody: 262_144, atOnce: 32, limit: 30)
            guard let listener = CallbackListener(path: program, terms: terms) else {
                throw GasworksError.missingProgram(name: "gasworks-callback")
            }
            return try await serve(listener, by: rules, into: TakeCallback(by: rules, into: database), context)
        }
        if context.format == .table { try context.say(.receiptsServed(new: new)) }
    }

    /// Answers what comes in until somebody asks to end; what came in until then is answered.
    ///
    /// - Returns: receipts that were new.
    private func serve(
        _ listener: CallbackListener, by rules: [CallbackRules], into desk: TakeCallback, _ context: CommandContext
    ) async throws -> Int {
        let log = IncidentLog(context.language)
        let course = Course()
        let termination = Task {
            for await _ in TerminationRequest.stream() {
                course.isAsked.store(true, ordering: .relaxed)
                listener.finish()
            }
        }
        defer { termination.cancel() }
        // Discarding: a server that runs for months keeps nothing of what it answered.
        try await withThrowingDiscardingTaskGroup { group in
            for await report in listener.reports {
                switch report {
                case .listening(let port):
                    try context.answer(
                        Answer(host: listen.host, port: port, rules: rules),
                        saying: .receiptsAwaited(
                            at: "\(listen.host):\(port)", rules.map { ($0.channel, $0.path) }))
                case .refused(let reason):
                    throw GasworksError.addressUnusable(address: "\(listen.host):\(listen.port)", reason: reason)
                case .request(let request):
                    group.addTask {
                        let outcome = await desk.run(request)
                        listener.answer(outcome.answer)
                        for incident in outcome.incidents { log.note(incident) }
                        course.new.add(outcome.new, ordering: .relaxed)
                    }
                }
            }
        }
        // Whoever watches over the service starts it again.
        guard course.isAsked.load(ordering: .relaxed) else {
            throw GasworksError.missingProgram(name: "gasworks-callback")
        }
        return course.new.load(ordering: .relaxed)
    }

    /// What is counted while the server runs.
    private final class Course: Sendable {
        /// Whether somebody asked it to end.
        let isAsked = Atomic(false)
        /// Receipts that were new.
        let new = Atomic(0)
    }

    private struct Answer: Encodable {
        let id = "callback"
        let host: String
        let port: Int
        let paths: [String: String]

        init(host: String, port: Int, rules: [CallbackRules]) {
            (self.host, self.port) = (host, port)
            paths = Dictionary(uniqueKeysWithValues: rules.map { ($0.channel.rawValue, $0.path) })
        }

        private enum CodingKeys: CodingKey { case id, host, port, paths }
    }
}
