internal import Synchronization

/// A switch that ends a search from outside; the search then answers with the best plan it has.
public final class SolverCancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    /// Makes a switch that is off.
    public init() {}

    /// Ends the search soon; may be called from any thread, more than once.
    public func cancel() {
        flag.store(true, ordering: .relaxed)
    }

    /// Whether `cancel` was called.
    public var isCancelled: Bool {
        flag.load(ordering: .relaxed)
    }
}
