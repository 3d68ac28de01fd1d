import Synchronization

/// Which receipts could not be kept, and since when they come: so that a gateway repeats them for a while and not forever.
///
/// Memory is bounded: beyond ten thousand the oldest half is forgotten, and comes to be asked for a while longer.
final class RefusedReceipts: Sendable {
    private static let most = 10_000
    private let since = Mutex<[String: ContinuousClock.Instant]>([:])

    /// Whether a receipt has been coming for so long; one that comes for the first time is noted.
    func isKnown(_ name: String, since patience: Duration, now: ContinuousClock.Instant = .now) -> Bool {
        since.withLock { since in
            if let first = since[name] { return now - first >= patience }
            if since.count >= Self.most {
                let newer = since.values.sorted()[since.count / 2]
                since = since.filter { $0.value > newer }
            }
            since[name] = now
            return patience == .zero
        }
    }
}
