import Foundation
import HelperWire
import NoticeGateways

/// Carries requests to HTTP gateways for `gasworks notice deliver`.
///
/// A line of JSON in for each request, a line out for each reply, in the order in which they come. It ends when its input
/// does; signals are its starter's to take, which a service manager and a terminal send to both.
///
/// A program of its own because Foundation's client brings nine shared libraries along: linked into `gasworks` they would
/// slow down the start of every command and keep it from being linked statically, for one command that needs them.
@main
enum GasworksCourier {
    static func main() {
        for number in [SIGPIPE, SIGINT, SIGTERM] { signal(number, SIG_IGN) }
        let exchange = HTTPExchange()
        let reports = LineWriter(.standardOutput)
        LineReader.read(.standardInput, as: CourierOrder.self) { order in
            Task.detached {
                reports.write(CourierReport(id: order.id, reply: await exchange.reply(to: order.request)))
            }
        }
        // Whoever asked is gone and hears no reply; what is under way may arrive or not, as when a machine fails.
    }
}
