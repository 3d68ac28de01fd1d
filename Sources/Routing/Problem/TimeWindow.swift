/// A span of time, both ends included, in seconds from the day's reference instant.
///
/// The reference is the caller's: usually local midnight, so that 28 800 is eight in the morning.
public struct TimeWindow: Hashable, Sendable {
    /// The first second of the window.
    public var earliestSeconds: Int
    /// The last second of the window.
    public var latestSeconds: Int

    /// Makes a window from its two ends; `RoutingProblem` refuses one that ends before it begins.
    public init(earliestSeconds: Int, latestSeconds: Int) {
        self.earliestSeconds = earliestSeconds
        self.latestSeconds = latestSeconds
    }

    /// Makes a window from a range, as in `TimeWindow(28_800...61_200)`.
    public init(_ seconds: ClosedRange<Int>) {
        self.init(earliestSeconds: seconds.lowerBound, latestSeconds: seconds.upperBound)
    }

    /// Says whether an instant lies in the window.
    public func contains(_ seconds: Int) -> Bool {
        earliestSeconds <= seconds && seconds <= latestSeconds
    }

    /// The window that holds one instant, which stays within the range of instants where no way leads anywhere.
    static func pinned(at seconds: Int) -> TimeWindow {
        let instant = min(seconds, RoutingProblem.instantRange.upperBound)
        return TimeWindow(instant...instant)
    }
}
