import Foundation
import HelperWire
import Synchronization

/// The program that speaks HTTP for this one, kept running while it is needed.
///
/// Secrets and customers' numbers go to it through its standard input, never by its arguments or environment. When it dies,
/// what was under way counts as lost (it may have been sent), and the next request starts it anew.
package final class Courier: Sendable {
    /// A courier at work.
    private struct Running {
        let input: LineWriter
        var waiting: [Int: CheckedContinuation<HTTPReply, Never>] = [:]
    }

    private struct State {
        var running: Running?
        var generation = 0
        var nextID = 1
    }

    private let path: String
    private let state = Mutex(State())

    /// A courier that is started when it is first needed.
    ///
    /// - Parameter path: the program `gasworks-courier`.
    package init(path: String) {
        self.path = path
    }

    deinit { state.withLock { $0.running?.input }?.close() }

    /// Has a request carried out.
    package func reply(to request: HTTPRequest) async -> HTTPReply {
        await withCheckedContinuation { continuation in
            let order = state.withLock { state -> (id: Int, input: LineWriter)? in
                guard let running = running(&state) else { return nil }
                defer { state.nextID += 1 }
                state.running?.waiting[state.nextID] = continuation
                return (state.nextID, running.input)
            }
            guard let order else { return continuation.resume(returning: .unreachable) }
            order.input.write(CourierOrder(id: order.id, request: request)) { [weak self] in
                self?.resume(order.id, with: .lost)
            }
            // It keeps the limit by itself; should it hang, nobody waits for ever.
            DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(request.limit + 10)) { [weak self] in
                self?.resume(order.id, with: .timedOut)
            }
        }
    }

    private func resume(_ id: Int, with reply: HTTPReply) {
        state.withLock { $0.running?.waiting.removeValue(forKey: id) }?.resume(returning: reply)
    }

    /// The courier at work, started if there is none; nil when it cannot be started.
    private func running(_ state: inout State) -> Running? {
        if let running = state.running { return running }
        guard let program = HelperProgram(path: path) else { return nil }
        state.generation += 1
        let running = Running(input: program.input)
        state.running = running
        let generation = state.generation
        Thread.detachNewThread { [weak self] in
            LineReader.read(program.output, as: CourierReport.self) { self?.resume($0.id, with: $0.reply) }
            self?.end(generation)
        }
        return running
    }

    /// Tells all who wait for a courier that has died.
    private func end(_ generation: Int) {
        let waiting = state.withLock { state -> [CheckedContinuation<HTTPReply, Never>] in
            guard state.generation == generation, let running = state.running else { return [] }
            state.running = nil
            return Array(running.waiting.values)
        }
        for continuation in waiting { continuation.resume(returning: .lost) }
    }
}
