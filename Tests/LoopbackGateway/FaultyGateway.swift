import Foundation
import Synchronization

/// An SMS gateway on a loopback port that fails in every way that gateways do, and keeps count of whom it told what.
///
/// It keeps its promise about idempotency keys, as real ones do: whoever comes again with a key is answered what was
/// answered, and nobody is told a second time. A household counts as told from the moment at which the gateway took its
/// message, whether or not the answer arrived.
package final class FaultyGateway: Sendable {
    private let ledger: Ledger
    private let server: LoopbackServer

    /// Starts a gateway on a free port.
    ///
    /// - Parameter seed: decides how each request is treated.
    /// - Throws: `POSIXError` when there is no port.
    package init(seed: UInt64) throws {
        let ledger = Ledger(seed: seed)
        self.ledger = ledger
        server = try LoopbackServer { ledger.treat($0) }
    }

    /// A gateway file for it, as JSON.
    package var configuration: String {
        """
        {"sms": {"url": "http://127.0.0.1:\(server.port)/messages", "headers": {"Idempotency-Key": "{{key}}"},
                 "json": {"to": "{{to}}", "text": "{{text}}"}, "reference": "id", "timeout_seconds": 2}}
        """
    }

    /// How often each recipient was told.
    package var told: [String: Int] { ledger.state.withLock { $0.told } }
    /// Requests by what was done with them.
    package var conducts: [String: Int] { ledger.state.withLock { $0.conducts } }
}

/// What the gateway has done.
private final class Ledger: Sendable {
    struct State {
        var random: UInt64
        /// The message's number by idempotency key.
        var messages: [String: Int] = [:]
        var told: [String: Int] = [:]
        var conducts: [String: Int] = [:]
    }

    let state: Mutex<State>

    init(seed: UInt64) { state = Mutex(State(random: seed)) }

    /// Decides what is done with a request, and does it.
    func treat(_ request: LoopbackServer.Request) -> LoopbackServer.Conduct {
        let body = (try? JSONSerialization.jsonObject(with: Data(request.body))) as? [String: Any]
        guard let key = request.header("Idempotency-Key"), let recipient = body?["to"] as? String else {
            return .answer(400)
        }
        return state.withLock { state in
            // Knuth's MMIX generator: enough to choose a fault by.
            state.random = state.random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            switch (state.random >> 33) % 10 {
            case 0: return state.note("failed before taking", .answer(500, "Internal error"))
            case 1: return state.note("dropped before taking", .drop)
            case 2:
                state.take(key, recipient)
                return state.note("dropped after taking", .drop)
            case 3:
                state.take(key, recipient)
                return state.note("garbage after taking", .send([0x00, 0xFF, 0x48, 0x54, 0x54, 0x50]))
            case 4:
                let answer = state.answer(key, recipient)
                return state.note("slow", .trickle([answer], milliseconds: 150))
            default: return state.note("taken", .send(state.answer(key, recipient)))
            }
        }
    }
}

extension Ledger.State {
    /// Tells the recipient, unless the key was seen before.
    @discardableResult
    mutating func take(_ key: String, _ recipient: String) -> Int {
        if let number = messages[key] { return number }
        messages[key] = messages.count + 1
        told[recipient, default: 0] += 1
        return messages.count
    }

    /// Takes a message and answers with its name.
    mutating func answer(_ key: String, _ recipient: String) -> [UInt8] {
        let body = "{\"id\": \"m-\(take(key, recipient))\"}"
        let head = "HTTP/1.1 202 Accepted\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
        return Array((head + body).utf8)
    }

    mutating func note(_ name: String, _ conduct: LoopbackServer.Conduct) -> LoopbackServer.Conduct {
        conducts[name, default: 0] += 1
        return conduct
    }
}
