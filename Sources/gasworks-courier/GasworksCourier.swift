import Foundation
import NoticeGateways
import Synchronization

/// Carries requests to HTTP gateways for `gasworks notice deliver`.
///
/// A line of JSON in for each request, a line out for each reply, in the order in which they come. It ends when its input
/// does.
///
/// A program of its own because Foundation's client brings nine shared libraries along: linked into `gasworks` they would
/// slow down the start of every command and keep it from being linked statically, for one command that needs them.
@main
enum GasworksCourier {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        let exchange = HTTPExchange()
        let reports = Reports()
        while let line = readLine() {
            guard let order = try? JSONDecoder().decode(CourierOrder.self, from: Data(line.utf8)) else { continue }
            Task.detached {
                reports.write(CourierReport(id: order.id, reply: await exchange.reply(to: order.request)))
            }
        }
        // Whoever asked is gone and hears no reply; what is under way may arrive or not, as when a machine fails.
    }

    /// The way back: whole lines, one at a time.
    private final class Reports: Sendable {
        private let output = Mutex(FileHandle.standardOutput)

        func write(_ report: CourierReport) {
            guard let bytes = try? JSONEncoder().encode(report) else { return }
            output.withLock { try? $0.write(contentsOf: bytes + [0x0A]) }
        }
    }
}
