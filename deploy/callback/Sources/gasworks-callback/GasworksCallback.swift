import Foundation
import HelperWire
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// Hears gateways' receipts by HTTP for `gasworks notice receipt serve`, which judges and keeps them.
///
/// A program of its own because SwiftNIO takes minutes to build, for one command that needs it. It knows neither the database
/// nor the gateways' secrets: it takes requests within their limits, hands them on as lines of JSON, and carries the answers
/// back. It ends when it is told to, or when its input does; signals are its starter's to take.
@main
enum GasworksCallback {
    static func main() async throws {
        for number in [SIGPIPE, SIGINT, SIGTERM] { signal(number, SIG_IGN) }
        let desk = Desk()
        for await terms in desk.terms {
            do {
                try await serve(terms, at: desk)
            } catch {
                await desk.say(.refused("\(error)"))
            }
            return
        }
    }

    private static func serve(_ terms: CallbackTerms, at desk: Desk) async throws {
        var silent = Logger(label: "gasworks-callback")
        // Requests are the starter's to log, which knows how many of a kind are worth a line.
        silent.logLevel = .critical
        let application = Application(
            responder: ReceiptResponder(terms: terms, desk: desk),
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Int64(terms.limit)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64))),
            configuration: .init(
                address: .hostname(terms.host, port: terms.port),
                availableConnectionsDelegate: MaximumAvailableConnections(8 * terms.atOnce)),
            onServerRunning: { await desk.say(.listening(port: $0.localAddress?.port ?? terms.port)) },
            logger: silent)
        let services = ServiceGroup(configuration: .init(services: [application], logger: silent))
        desk.whenFinished { await services.triggerGracefulShutdown() }
        try await services.run()
    }
}
