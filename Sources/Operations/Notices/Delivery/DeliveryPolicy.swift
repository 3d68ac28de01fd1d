/// How a worker works.
package struct DeliveryPolicy: Sendable, Hashable {
    /// Whether it goes on when nothing is due, until it is told to stop.
    package var watches: Bool
    /// Notices sent at once.
    package var concurrency: Int
    /// How long it holds a notice; longer than any gateway may take, twice.
    package var lease: Duration
    /// Refusals of a gateway, one after the other, after which a worker that is to run once gives it up.
    package var breakerLimit: Int
    /// Failures of the database after which a worker that is to run once gives up.
    package var storeFailureLimit: Int
    /// The rest after a first failure; doubled with each further one, a minute at most.
    package var firstPause: Duration

    package init(
        watches: Bool = false, concurrency: Int = 16, lease: Duration = .seconds(600), breakerLimit: Int = 3,
        storeFailureLimit: Int = 6, firstPause: Duration = .milliseconds(500)
    ) {
        self.watches = watches
        self.concurrency = max(1, concurrency)
        self.lease = lease
        self.breakerLimit = breakerLimit
        self.storeFailureLimit = storeFailureLimit
        self.firstPause = firstPause
    }

    /// The rest after so many failures one after the other.
    func pause(afterFailures failures: Int) -> Duration {
        min(.seconds(60), firstPause * (1 << min(max(failures - 1, 0), 7)))
    }
}
