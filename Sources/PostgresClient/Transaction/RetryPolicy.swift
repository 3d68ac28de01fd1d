/// How often, and after which pauses, a transaction is tried again that failed for no fault of its own.
public struct RetryPolicy: Sendable {
    /// Tries in all, at least 1.
    public var attempts: Int
    /// The longest pause before the second try; it doubles with each further one.
    public var baseDelay: Duration
    /// No pause is longer.
    public var maximumDelay: Duration

    /// Makes a policy.
    public init(
        attempts: Int, baseDelay: Duration = .milliseconds(10), maximumDelay: Duration = .seconds(1)
    ) {
        self.attempts = max(1, attempts)
        self.baseDelay = baseDelay
        self.maximumDelay = maximumDelay
    }

    /// One try.
    public static let never = RetryPolicy(attempts: 1)
    /// Up to eight tries, over about a second.
    public static let standard = RetryPolicy(attempts: 8)

    /// The pause after a failed try (the first is 1): "full jitter", a random part of an exponentially growing time, so
    /// that those who collided do not collide again.
    ///
    /// Source: Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
    ///
    /// `random` is from 0 to 1.
    public func delay(afterAttempt attempt: Int, random: Double) -> Duration {
        let doublings = min(max(0, attempt - 1), 20)
        return min(maximumDelay, baseDelay * (1 << doublings)) * random
    }
}
