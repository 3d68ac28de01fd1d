import Archive
import GasService
import NoticeGateways

/// The course of a delivery as a pure state machine: what happened goes in, what is to be done comes out.
///
/// Three kinds of work overlap: leasing, sending (several at once) and settling; what was sent while a settlement is under
/// way is settled together with the next, so that a slow gateway holds up nobody else's receipt. Times are durations since
/// the worker began.
struct DeliveryMachine {
    /// What happened.
    enum Event {
        /// A lease came back; when it is empty, with what that means.
        case leased([LeasedNotice], wait: DeliveryWait)
        /// A gateway was tried.
        case tried(LeasedNotice, DeliveryOutcome, textDigest: String, retrySeconds: Int)
        /// A settlement was stored.
        case settled([SettledNotice])
        /// The database did not answer to a lease.
        case leaseFailed
        /// The database did not answer to a settlement; it may or may not have been stored.
        case settlementFailed([NoticeSettlement])
        /// Something may have been queued, or a rest is over.
        case woken
        /// The worker is to end when what it holds is done.
        case stopped
    }

    /// What is to be done.
    enum Action: Equatable {
        case lease([NoticeChannel], limit: Int)
        case send(LeasedNotice)
        case settle([NoticeSettlement])
        /// Nothing until something is queued, or for so long.
        case rest(Duration)
        case end
    }

    private struct Held {
        let notice: LeasedNotice
        /// When so little of the lease is left that another worker may soon have the notice.
        let sendBefore: Duration
    }

    private let policy: DeliveryPolicy
    private(set) var tally = NoticeTally()
    private var breakers: [NoticeChannel: ChannelBreaker]
    private var held: [Held] = []
    private var sending = 0
    private var unsettled: [NoticeSettlement] = []
    private var isLeasing = false
    private var isSettling = false
    private var mayHaveMore = true
    private var isStopping = false
    private var wait = DeliveryWait.nothing
    /// Since when nothing was handed out though something is due.
    private var throttledSince: Duration?
    private var storeFailures = 0
    private var storeRestUntil = Duration.zero
    private var restsUntil: Duration?

    init(_ policy: DeliveryPolicy, channels: [NoticeChannel]) {
        self.policy = policy
        breakers = Dictionary(uniqueKeysWithValues: channels.map { ($0, ChannelBreaker()) })
    }

    /// Takes in what happened.
    mutating func note(_ event: Event, at now: Duration) {
        switch event {
        case .leased(let notices, let wait):
            isLeasing = false
            storeFailures = 0
            self.wait = wait
            mayHaveMore = !notices.isEmpty
            throttledSince = notices.isEmpty && wait == .throttled ? throttledSince ?? now : nil
            held += notices.map { Held(notice: $0, sendBefore: now + policy.lease / 2) }
        case .tried(let notice, let outcome, let digest, let seconds):
            sending -= 1
            note(notice, outcome, digest: digest, retrySeconds: seconds, at: now)
        case .settled(let notices):
            isSettling = false
            storeFailures = 0
            for notice in notices { tally.add(notice) }
        case .leaseFailed:
            isLeasing = false
            restFromStore(at: now)
        case .settlementFailed(let settlements):
            isSettling = false
            unsettled = settlements + unsettled
            restFromStore(at: now)
        case .woken:
            if let until = restsUntil, until <= now { restsUntil = nil }
            mayHaveMore = true
        case .stopped: isStopping = true
        }
    }

    /// Whether the database failed so often that a worker that was to run once gives up.
    var isStoreGivenUp: Bool { !policy.watches && storeFailures >= policy.storeFailureLimit }

    /// Why channels were given up, when the worker was to run once.
    var unavailable: [NoticeChannel: DeliveryFailure] {
        breakers.compactMapValues { $0.isGivenUp(by: policy) ? $0.lastFailure : nil }
    }

    /// What to do now; to be asked after each event.
    mutating func actions(at now: Duration) -> [Action] {
        var actions: [Action] = []
        send(&actions, at: now)
        if !isSettling, !unsettled.isEmpty, now >= storeRestUntil {
            isSettling = true
            actions.append(.settle(unsettled))
            unsettled = []
        }
        let open = breakers.filter { $0.value.isOpen(at: now, policy) }.keys.sorted { $0.rawValue < $1.rawValue }
        let room = 2 * policy.concurrency - held.count
        if !isStopping, !isLeasing, mayHaveMore, !open.isEmpty, held.count < policy.concurrency, now >= storeRestUntil {
            isLeasing = true
            actions.append(.lease(open, limit: room))
        }
        if sending == 0, !isLeasing, !isSettling, actions.isEmpty { idle(&actions, at: now) }
        return actions
    }

    // MARK: - Parts

    private mutating func send(_ actions: inout [Action], at now: Duration) {
        while sending < policy.concurrency, !held.isEmpty {
            let next = held.removeFirst()
            // Too late to begin: when the lease ends, whoever leases it sends it.
            if now >= next.sendBefore { continue }
            guard breakers[next.notice.channel]?.isOpen(at: now, policy) == true else {
                let seconds = breakers[next.notice.channel]?.secondsLeft(at: now) ?? 1
                settle(next.notice, .postponed(seconds: seconds, failure: "channel_paused"), digest: nil)
                continue
            }
            sending += 1
            actions.append(.send(next.notice))
        }
    }

    private mutating func note(
        _ notice: LeasedNotice, _ outcome: DeliveryOutcome, digest: String, retrySeconds: Int, at now: Duration
    ) {
        breakers[notice.channel]?.note(outcome, at: now, policy)
        switch outcome {
        case .accepted(let reference): settle(notice, .sent(reference: reference), digest: digest)
        case .delivered(let reference): settle(notice, .confirmed(reference: reference), digest: digest)
        case .rejected(let failure): settle(notice, .failed(failure.rawValue), digest: nil)
        case .uncertain(let failure, let asked):
            settle(notice, .retry(seconds: max(retrySeconds, asked ?? 0), failure: failure.rawValue), digest: digest)
        case .unavailable(let failure, _):
            // The pause of the channel, not the household's own back-off, and no try of it: nothing was wrong with it.
            let seconds = breakers[notice.channel]?.secondsLeft(at: now) ?? 1
            settle(notice, .postponed(seconds: seconds, failure: failure.rawValue), digest: nil)
        }
    }

    private mutating func settle(_ notice: LeasedNotice, _ result: NoticeSettlement.Result, digest: String?) {
        unsettled.append(
            NoticeSettlement(notice: notice.id, token: notice.token, result: result, textDigest: digest))
    }

    private mutating func restFromStore(at now: Duration) {
        storeFailures += 1
        storeRestUntil = now + policy.pause(afterFailures: storeFailures)
    }

    /// Nothing is under way and nothing can be begun: rest, or end.
    private mutating func idle(_ actions: inout [Action], at now: Duration) {
        let isIdle = unsettled.isEmpty && held.isEmpty
        if isIdle, isStopping { return actions.append(.end) }
        if isIdle, !policy.watches, storeFailures == 0 {
            let isEveryChannelGivenUp = breakers.values.allSatisfy { $0.isGivenUp(by: policy) }
            // A rate is counted by the minute: what is held back longer waits for something else, such as a district's night.
            let isThrottled = throttledSince.map { now - $0 < .seconds(90) } ?? false
            let isDone = !mayHaveMore && !isThrottled && breakers.values.allSatisfy { !$0.isPaused(at: now) }
            if isEveryChannelGivenUp || isDone { return actions.append(.end) }
        }
        var until = now + (policy.watches || wait == .throttled ? wait.rest : .seconds(1))
        for breaker in breakers.values { if let pause = breaker.pausedUntil, pause > now { until = min(until, pause) } }
        if storeRestUntil > now { until = min(until, storeRestUntil) }
        if let restsUntil, restsUntil > now, restsUntil <= until { return }
        restsUntil = until
        actions.append(.rest(until - now))
    }
}
