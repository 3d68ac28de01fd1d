import GasService
import NoticeGateways
import Synchronization

/// A gateway in memory that remembers every key it was asked with, and misbehaves by a seed.
final class SimulatedGateway: NoticeGateway {
    private struct State {
        var random: SeededRandom
        var asked: [String: Int] = [:]
        var taken: Set<String> = []
        var atOnce = 0
        var mostAtOnce = 0
    }

    private let state: Mutex<State>
    private let conduct: @Sendable (inout SeededRandom, OutgoingNotice) -> DeliveryOutcome

    /// A gateway that answers by chance; an answer of acceptance means that the household was told.
    init(
        seed: UInt64 = 1,
        _ conduct: @escaping @Sendable (inout SeededRandom, OutgoingNotice) -> DeliveryOutcome = { _, _ in
            .accepted(reference: nil)
        }
    ) {
        state = Mutex(State(random: SeededRandom(seed: seed)))
        self.conduct = conduct
    }

    /// A gateway that takes most messages, drops connections after taking some, and fails before taking others.
    static func faulty(seed: UInt64) -> SimulatedGateway {
        SimulatedGateway(seed: seed) { random, _ in
            switch random.below(6) {
            case 0: .uncertain(.connectionLost, retryAfter: nil)
            case 1: .uncertain(.serverError, retryAfter: nil)
            case 2: .unavailable(.tooMany, retryAfter: 0)
            default: .accepted(reference: nil)
            }
        }
    }

    /// How often each key was asked with.
    var asked: [String: Int] { state.withLock { $0.asked } }
    /// The keys whose message went out: once each, for the gateway knows a key again.
    var taken: Set<String> { state.withLock { $0.taken } }
    /// The most requests there were at one time.
    var mostAtOnce: Int { state.withLock { $0.mostAtOnce } }

    func send(_ notice: OutgoingNotice) async -> DeliveryOutcome {
        let outcome = state.withLock { state in
            state.atOnce += 1
            state.mostAtOnce = max(state.mostAtOnce, state.atOnce)
            state.asked[notice.key, default: 0] += 1
            let outcome = conduct(&state.random, notice)
            switch outcome {
            case .accepted, .delivered, .uncertain(.connectionLost, _): state.taken.insert(notice.key)
            case .rejected, .uncertain, .unavailable: break
            }
            return outcome
        }
        await Task.yield()
        state.withLock { $0.atOnce -= 1 }
        return outcome
    }
}
