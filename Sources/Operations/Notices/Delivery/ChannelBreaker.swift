import NoticeGateways

/// Lets a channel rest whose gateway cannot be reached or will not deal with us, so that thousands of households do not
/// use up their tries against a closed door.
struct ChannelBreaker {
    /// Refusals one after the other.
    private(set) var failures = 0
    /// Until when nothing is sent; nil when the gateway answered last.
    private(set) var pausedUntil: Duration?
    /// Why it was paused last.
    private(set) var lastFailure: DeliveryFailure?

    /// Takes in what a gateway did.
    ///
    /// Tries that were under way when the pause began are one refusal with the first.
    mutating func note(_ outcome: DeliveryOutcome, at now: Duration, _ policy: DeliveryPolicy) {
        guard case .unavailable(let failure, let asked) = outcome else {
            (failures, pausedUntil, lastFailure) = (0, nil, nil)
            return
        }
        lastFailure = failure
        if isPaused(at: now) { return }
        failures += 1
        pausedUntil = now + (asked.map { .seconds($0) } ?? policy.pause(afterFailures: failures))
    }

    /// Whether it is resting.
    func isPaused(at now: Duration) -> Bool { pausedUntil.map { now < $0 } ?? false }

    /// Whether something may be sent.
    func isOpen(at now: Duration, _ policy: DeliveryPolicy) -> Bool { !isPaused(at: now) && !isGivenUp(by: policy) }

    /// Whether a worker that is to run once tries no longer.
    func isGivenUp(by policy: DeliveryPolicy) -> Bool { !policy.watches && failures >= policy.breakerLimit }

    /// Whole seconds until the rest is over, one at least.
    func secondsLeft(at now: Duration) -> Int {
        guard let pausedUntil, pausedUntil > now else { return 1 }
        let left = pausedUntil - now
        return max(1, Int(left.components.seconds) + (left.components.attoseconds > 0 ? 1 : 0))
    }
}
