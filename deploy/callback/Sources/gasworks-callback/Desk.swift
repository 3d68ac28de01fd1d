import Foundation
import HelperWire
import Synchronization

/// Where requests wait until whoever started this program has answered them.
final class Desk: Sendable {
    private struct State {
        var waiting: [Int: CheckedContinuation<CallbackAnswer, Never>] = [:]
        var nextID = 1
        var isDeserted = false
        var isFinished = false
        var finish: (@Sendable () async -> Void)?
    }

    /// How to listen, once that is said; ends with the input.
    let terms: AsyncStream<CallbackTerms>
    private let state = Mutex(State())
    private let output = LineWriter(.standardOutput)

    /// A desk that obeys the orders on standard input.
    init() {
        let (terms, told) = AsyncStream<CallbackTerms>.makeStream()
        self.terms = terms
        Thread.detachNewThread { [self] in
            LineReader.read(.standardInput, as: CallbackOrder.self) { order in
                switch order {
                case .listen(let terms): told.yield(terms)
                case .answer(let answer): resume(answer)
                case .finish: finish()
                }
            }
            told.finish()
            desert()
        }
    }

    /// Hands a request on and waits for its answer: 503 when there is no room, nobody to answer, or no answer in time.
    func answer(
        _ path: String, headers: [String: [String]], body: Data, under terms: CallbackTerms
    ) async -> CallbackAnswer {
        await withCheckedContinuation { continuation in
            let id = state.withLock { state -> Int? in
                guard !state.isDeserted, state.waiting.count < terms.atOnce else { return nil }
                defer { state.nextID += 1 }
                state.waiting[state.nextID] = continuation
                return state.nextID
            }
            guard let id else { return continuation.resume(returning: Self.later(0)) }
            output.write(CallbackReport.request(CallbackRequest(id: id, path: path, headers: headers, body: body))) {
                [self] in resume(Self.later(id))
            }
            DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(terms.limit)) { [self] in
                resume(Self.later(id))
            }
        }
    }

    /// Reports something, and waits until it is written.
    func say(_ report: CallbackReport) async { await output.writeAndWait(report) }

    /// What to do when it is said that nothing more is taken; done at once when that was said before.
    func whenFinished(_ finish: @escaping @Sendable () async -> Void) {
        let isFinished = state.withLock { state in
            state.finish = finish
            return state.isFinished
        }
        if isFinished { Task { await finish() } }
    }

    private static func later(_ id: Int) -> CallbackAnswer { CallbackAnswer(id: id, status: 503, retryAfter: 30) }

    private func resume(_ answer: CallbackAnswer) {
        state.withLock { $0.waiting.removeValue(forKey: answer.id) }?.resume(returning: answer)
    }

    private func finish() {
        let finish = state.withLock { state in
            state.isFinished = true
            return state.finish
        }
        if let finish { Task { await finish() } }
    }

    /// Nobody answers any more.
    private func desert() {
        let left = state.withLock { state in
            defer { state.waiting = [:] }
            state.isDeserted = true
            return state.waiting
        }
        for (id, continuation) in left { continuation.resume(returning: Self.later(id)) }
        finish()
    }
}
