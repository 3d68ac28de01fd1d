import Archive
import GasService
import NoticeGateways
import Operations
import Synchronization

/// An outbox in memory that keeps the rules of the real one: leases with tokens that run out, retries, dead letters.
///
/// Its clock jumps to the next queued notice when nothing is handed out, so that a test of hours takes milliseconds.
final class SimulatedOutbox: NoticeStore {
    struct Entry {
        let number: Int64
        var state = "queued"
        var token: Int64 = 0
        var attempts = 0
        var due: Int64 = 0
        var digest: String?
    }

    fileprivate struct State {
        var entries: [Entry]
        var now: Int64 = 0
        var nextToken: Int64 = 1
        var failures: SeededRandom?
    }

    private let state: Mutex<State>
    private let isWatched: Bool
    private let mostAttempts: Int

    /// An outbox with so many queued notices.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - failures: decides which calls fail, before or after they took effect; nil: none.
    ///   - isWatched: whether the clock jumps to the next due notice when nothing is handed out.
    ///   - attempts: tries after which a notice fails.
    init(_ count: Int, failures: SeededRandom? = nil, isWatched: Bool = false, attempts: Int = 50) {
        self.isWatched = isWatched
        mostAttempts = attempts
        state = Mutex(State(entries: (1...count).map { Entry(number: Int64($0)) }, failures: failures))
    }

    var entries: [Entry] { state.withLock { $0.entries } }

    /// Lets time pass, so that leases run out.
    func pass(seconds: Int64) { state.withLock { $0.now += seconds } }

    func lease(_ channels: [NoticeChannel], limit: Int, seconds: Int) async throws -> [LeasedNotice] {
        try state.withLock { state in
            let fault = state.fault()
            if fault == .before { throw SimulatedOutbox.broken }
            var leased: [LeasedNotice] = []
            for index in state.entries.indices where leased.count < limit {
                let entry = state.entries[index]
                guard ["queued", "leased"].contains(entry.state), entry.due <= state.now else { continue }
                state.entries[index].state = "leased"
                state.entries[index].token = state.nextToken
                state.entries[index].attempts += 1
                state.entries[index].due = state.now + Int64(seconds)
                state.nextToken += 1
                if let notice = Self.notice(state.entries[index]) { leased.append(notice) }
            }
            if fault == .after { throw SimulatedOutbox.broken }
            return leased
        }
    }

    func settle(_ settlements: [NoticeSettlement]) async throws -> [SettledNotice] {
        try state.withLock { state in
            let fault = state.fault()
            if fault == .before { throw SimulatedOutbox.broken }
            let settled = settlements.map { settlement in
                let index = Int(settlement.notice.number) - 1
                let entry = state.entries[index]
                guard entry.state == "leased", entry.token == settlement.token else {
                    return SettledNotice(notice: settlement.notice, isSettled: false, state: entry.state)
                }
                switch settlement.result {
                case .sent: state.entries[index].state = "sent"
                case .confirmed: state.entries[index].state = "confirmed"
                case .failed: state.entries[index].state = "failed"
                case .retry where entry.attempts >= mostAttempts: state.entries[index].state = "failed"
                case .retry(let seconds, _):
                    state.entries[index].state = "queued"
                    state.entries[index].due = state.now + Int64(seconds)
                case .postponed(let seconds, _):
                    state.entries[index].state = "queued"
                    state.entries[index].due = state.now + Int64(seconds)
                    state.entries[index].attempts -= 1
                }
                state.entries[index].digest = settlement.textDigest
                return SettledNotice(
                    notice: settlement.notice, isSettled: true, state: state.entries[index].state)
            }
            if fault == .after { throw SimulatedOutbox.broken }
            return settled
        }
    }

    func standing(of channels: [NoticeChannel]) async throws -> OutboxStanding {
        state.withLock { state in
            let open = state.entries.filter { ["queued", "leased"].contains($0.state) }
            let next = open.map(\.due).min()
            let nextQueued = open.filter { $0.state == "queued" }.map(\.due).min()
            if isWatched, let nextQueued { state.now = max(state.now, nextQueued) }
            return OutboxStanding(
                nextDue: next.map { Instant(secondsSince1970: $0) }, present: Instant(secondsSince1970: state.now),
                isQuiet: false, clockStands: false)
        }
    }

    func wakeUps() async -> AsyncStream<Void> {
        AsyncStream { continuation in
            let ticking = Task {
                while !Task.isCancelled {
                    continuation.yield()
                    try? await Task.sleep(for: .milliseconds(1))
                }
            }
            continuation.onTermination = { _ in ticking.cancel() }
        }
    }

    static let broken = GasworksError.databaseOutOfReach(address: "simulated", reason: "broken")

    private static func notice(_ entry: Entry) -> LeasedNotice? {
        guard let district = DistrictID("A1"), let id = NoticeID(district: district, number: entry.number),
            let outage = OutageID(number: 1), let account = AccountNumber("\(entry.number)")
        else { return nil }
        return LeasedNotice(
            id: id, token: entry.token, key: "key-\(entry.number)", channel: .sms, attempt: entry.attempts,
            contact: "+1 \(entry.number)",
            content: .init(
                outage: outage, purpose: .announcement, isEmergency: false,
                span: OutageSpan(start: Instant(microseconds: 0), minutes: 60), area: "", reason: "", account: account,
                customerClass: .residential, address: ""))
    }
}

extension SimulatedOutbox.State {
    enum Fault { case none, before, after }

    mutating func fault() -> Fault {
        guard var random = failures else { return .none }
        defer { failures = random }
        switch random.below(5) {
        case 0: return .before
        case 1: return .after
        default: return .none
        }
    }
}
