/// How long to wait before a notice is tried again; when to give up, the database decides.
///
/// The wait doubles with each try up to a ceiling, and a part of it is drawn by chance so that thousands of notices
/// that failed together do not come back together ("full jitter" of M. Brooker, "Exponential Backoff And Jitter", with
/// a floor of half). The draw depends on the notice and the try alone: the same notice waits equally long on any worker.
public struct NoticeBackOff: Sendable, Hashable {
    /// The wait after the first try, in seconds.
    public let first: Int
    /// The longest wait, in seconds.
    public let longest: Int

    /// Waits by a district's settings.
    public init(settings: Settings) {
        self.init(first: settings[.backOffSeconds], longest: settings[.longestBackOffSeconds])
    }

    /// Waits from `first` to `longest` seconds.
    public init(first: Int, longest: Int) {
        self.first = max(1, first)
        self.longest = max(first, longest)
    }

    /// Seconds to wait after a try that failed, between half and the whole of the doubled wait.
    ///
    /// - Parameters:
    ///   - attempt: the try, from 1.
    ///   - key: the notice's idempotency key.
    /// - Returns: seconds.
    public func wait(after attempt: Int, key: String) -> Int {
        var whole = min(first, longest)
        for _ in 1..<max(attempt, 1) where whole < longest { whole = min(longest, whole * 2) }
        let floor = (whole + 1) / 2
        var random = SeededRandom(seed: digest(key) &+ UInt64(truncatingIfNeeded: attempt))
        return floor + random.below(whole - floor + 1)
    }

    /// FNV-1a (Fowler, Noll, Vo), 64 bits: the same on every machine, unlike Swift's hashes.
    private func digest(_ key: String) -> UInt64 {
        key.utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
}
