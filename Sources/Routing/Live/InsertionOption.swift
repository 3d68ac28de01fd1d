/// One way to fit a new visit into a running day, and who pays for it.
public struct InsertionOption: Hashable, Sendable {
    /// A stop that is later than planned because of the insertion.
    public struct Delay: Hashable, Sendable {
        /// Index of the visit.
        public var visit: Int
        /// How many seconds later its service begins.
        public var seconds: Int

        /// Makes a delay.
        public init(visit: Int, seconds: Int) {
            self.visit = visit
            self.seconds = seconds
        }
    }

    /// Index of the crew.
    public var crew: Int
    /// When the crew is there, in seconds: the arrival that can be promised.
    public var arrivalSeconds: Int
    /// When service begins.
    public var startSeconds: Int
    /// By how many seconds the new visit is later than its due time; zero when it has none or keeps it.
    public var lateSeconds: Int
    /// The crew's route with the new visit, whose index is the number of visits in the old problem.
    public var route: PlannedRoute
    /// Stops that begin later than planned, in route order.
    public var delays: [Delay]
    /// Optional visits that have to give way; empty unless there is no other option.
    public var displaced: [Int]
    /// What the plan's cost grows by, prizes of displaced visits included.
    public var addedCost: Int
}
