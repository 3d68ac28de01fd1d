import Foundation
import Synchronization

/// One connection through the proxy: two threads that carry bytes, and know which message they carry.
final class ProxyLink: Sendable {
    private let client: Int32
    private let server: Int32
    private let marker: String
    private let take: @Sendable (Fault.Message) -> Fault?
    private let giveBack: @Sendable (Fault) -> Void
    private let strike: @Sendable (Fault.Blow, FaultProxy.Victim) -> Void
    private let state = Mutex(State())

    private struct State {
        /// The session's process, as the server names it.
        var backend: pid_t?
        /// The fault that waits for the answer to the request that was passed on last.
        var awaited: Fault?
    }

    init(
        client: Int32, server: Int32, marker: String, take: @escaping @Sendable (Fault.Message) -> Fault?,
        giveBack: @escaping @Sendable (Fault) -> Void,
        strike: @escaping @Sendable (Fault.Blow, FaultProxy.Victim) -> Void
    ) {
        (self.client, self.server, self.marker) = (client, server, marker)
        (self.take, self.giveBack, self.strike) = (take, giveBack, strike)
    }

    deinit {
        close(client)
        close(server)
    }

    /// Carries what the client says, whole requests at a time, until either end is gone.
    func carryRequests() {
        var parser = MessageParser(fromClient: true)
        var request: [UInt8] = []
        var marked: Set<String> = []
        var subject: Fault.Message?
        while let bytes = receive(from: client) {
            for message in parser.messages(adding: bytes[...]) {
                request += message.bytes
                switch message.kind {
                case "Q":
                    let text = message.texts(1)[0]
                    if text.contains(marker) {
                        subject = .command
                    } else if text.hasPrefix("COMMIT") {
                        subject = .commit
                    }
                case "P":
                    let (name, text) = (message.texts(2)[0], message.texts(2)[1])
                    if text.contains(marker) { marked.insert(name) } else { marked.remove(name) }
                    continue
                case "B":
                    if marked.contains(message.texts(2)[1]) { subject = .command }
                    continue
                case "C", "D", "E": continue  // Nothing is sent before the Sync that ends them.
                default: break
                }
                guard pass(request, subject: subject) else { return cut() }
                request = []
                subject = nil
            }
        }
        cut()
    }

    /// Carries what the server says until either end is gone.
    func carryAnswers() {
        var parser = MessageParser(fromClient: false)
        var held: [UInt8] = []
        while let bytes = receive(from: server) {
            let messages = parser.messages(adding: bytes[...])
            for key in messages where key.kind == "K" {
                let process = key.bytes[5..<9].reduce(0) { $0 << 8 | pid_t($1) }
                state.withLock { $0.backend = process }
            }
            guard let fault = state.withLock({ $0.awaited }) else {
                guard LocalSocket.send(bytes, to: client) else { break }
                continue
            }
            held += bytes
            guard messages.contains(where: { $0.kind == "Z" }) else { continue }
            let share = [.answered: 0, .torn: held.count / 2][fault.moment] ?? held.count
            guard LocalSocket.send(held[..<share], to: client) else { break }
            state.withLock { $0.awaited = nil }
            guard deal(fault.blow), LocalSocket.send(held[share...], to: client) else { break }
            held = []
        }
        // What an ended session said last is still the client's.
        _ = LocalSocket.send(held, to: client)
        // A session that ended by an earlier fault's fallout did not come to this one: it is for another message then.
        let missed = state.withLock { state in
            defer { state.awaited = nil }
            return state.awaited
        }
        if let missed { giveBack(missed) }
        cut()
    }

    /// Passes a request on, and deals the fault that waited for it; false when the link ends with it.
    private func pass(_ request: [UInt8], subject: Fault.Message?) -> Bool {
        guard let fault = subject.flatMap(take) else { return LocalSocket.send(request, to: server) }
        switch fault.moment {
        case .unsent: return deal(fault.blow) && LocalSocket.send(request, to: server)
        case .sent:
            guard LocalSocket.send(request, to: server) else {
                giveBack(fault)
                return false
            }
            return deal(fault.blow)
        case .answered, .torn, .delivered:
            state.withLock { $0.awaited = fault }
            return LocalSocket.send(request, to: server)
        }
    }

    /// Deals a blow; false when nothing goes through this link after it.
    private func deal(_ blow: Fault.Blow) -> Bool {
        let victim = FaultProxy.Victim(backend: state.withLock { $0.backend }, client: LocalSocket.peer(of: client))
        strike(blow, victim)
        switch blow {
        case .endSession, .killBackend: return true
        case .cutLink, .killServer, .killClient:
            cut()
            return false
        }
    }

    private func cut() {
        for end in [client, server] { shutdown(end, Int32(SHUT_RDWR)) }
    }

    private func receive(from descriptor: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            return count > 0 ? Array(buffer[..<count]) : nil
        }
    }
}
