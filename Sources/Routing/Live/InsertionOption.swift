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

    /// A promise to a customer that the insertion breaks, or breaks by more than the plan did.
    public struct MissedPromise: Hashable, Sendable {
        /// What was promised.
        public enum Kind: Hashable, Sendable {
            /// Service begins within a window.
            case window
            /// Service begins by the due time.
            case due
        }

        /// Index of the visit.
        public var visit: Int
        /// What was promised.
        public var kind: Kind
        /// How many seconds after the end of the window, or after the due time, service begins.
        public var seconds: Int

        /// Makes a missed promise.
        public init(visit: Int, kind: Kind, seconds: Int) {
            self.visit = visit
            self.kind = kind
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
    /// The crew's route with the new visit, whose index is the number of visits of the day before it.
    public var route: PlannedRoute
    /// Stops that begin later than planned, in route order.
    public var delays: [Delay]
    /// Promises to other customers that are broken, in route order.
    public var missedPromises: [MissedPromise]
    /// Optional visits that have to give way, in the order of the route; empty unless there is no option without that.
    public var displaced: [Int]
    /// What the plan's cost grows by, in cost units: prizes of displaced visits and the price of missed windows included.
    public var addedCost: Int
}
