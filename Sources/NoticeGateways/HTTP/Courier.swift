import Foundation
import Synchronization

/// The program that speaks HTTP for this one, kept running while it is needed.
///
/// Secrets and customers' numbers go to it through its standard input, never by its arguments or environment. When it dies,
/// what was under way counts as lost (it may have been sent), and the next request starts it anew.
package final class Courier: Sendable {
    /// A courier at work.
    private struct Running {
        let input: FileHandle
        let process: Process
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
        // A courier that died must not take this process along when it is written to.
        signal(SIGPIPE, SIG_IGN)
    }

    deinit { try? state.withLock { $0.running?.input }?.close() }

    /// Has a request carried out.
    package func reply(to request: HTTPRequest) async -> HTTPReply {
        await withCheckedContinuation { continuation in
            let order = state.withLock { state -> (id: Int, input: FileHandle)? in
                guard let running = running(&state) else { return nil }
                defer { state.nextID += 1 }
                state.running?.waiting[state.nextID] = continuation
                return (state.nextID, running.input)
            }
            guard let order else { return continuation.resume(returning: .unreachable) }
            guard let line = try? JSONEncoder().encode(CourierOrder(id: order.id, request: request)),
                (try? order.input.write(contentsOf: line + [0x0A])) != nil
            else { return resume(order.id, with: .lost) }
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
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.environment = ProcessInfo.processInfo.environment.filter {
            ["PATH", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "https_proxy", "no_proxy"].contains($0.key)
        }
        process.standardInput = input
        process.standardOutput = output
        guard (try? process.run()) != nil else { return nil }
        state.generation += 1
        let running = Running(input: input.fileHandleForWriting, process: process)
        state.running = running
        let (descriptor, generation) = (output.fileHandleForReading, state.generation)
        Thread.detachNewThread { [weak self] in
            Self.read(descriptor) { self?.resume($0.id, with: $0.reply) }
            self?.end(generation)
        }
        return running
    }

    /// Hands on each report until the courier's output ends.
    private static func read(_ output: FileHandle, _ handle: (CourierReport) -> Void) {
        var rest = Data()
        while true {
            let piece = output.availableData
            if piece.isEmpty { return }
            rest.append(piece)
            while let end = rest.firstIndex(of: 0x0A) {
                if let report = try? JSONDecoder().decode(CourierReport.self, from: rest[..<end]) { handle(report) }
                rest = Data(rest[rest.index(after: end)...])
            }
        }
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
