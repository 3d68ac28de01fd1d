/// A day's routing problem: places, crews, visits and what ties them; immutable and checked once, when it is made.
///
/// Crews and visits are named by their index. All costs are whole *cost units*, whatever the caller takes them for
/// (milli-euros, metres); the solver minimises
///
///     fixed costs + metres × costPerMetre + seconds × costPerSecond + lateness + crewCosts
///       + prizes of the optional visits left out + balance
///
/// after it has served as many of the mandatory visits as it can. The balance term of a crew is
/// `balanceWeight × busy² / shift`, with busy the seconds of driving and service and shift the length of its shift:
/// convex, so that equal use of all crews costs least.
public struct RoutingProblem: Sendable {
    /// Seconds and metres between all places.
    public let travel: TravelMatrix
    /// The crews, each with at most one route.
    public let crews: [Crew]
    /// The visits to be served.
    public let visits: [Visit]
    /// Pairs of visits that depend on each other; a visit is in at most one.
    public let pairs: [VisitPair]
    /// Cost units for a second's work of a fully busy crew; zero leaves balance out.
    public let balanceWeight: Int

    /// Checks and makes a problem.
    ///
    /// - Parameters:
    ///   - travel: Seconds and metres between all places.
    ///   - crews: The crews.
    ///   - visits: The visits.
    ///   - pairs: Pairs of visits that depend on each other in time.
    ///   - balanceWeight: Weight of the balance term.
    /// - Throws: `RoutingProblemError` for the first thing found wrong.
    public init(
        travel: TravelMatrix, crews: [Crew], visits: [Visit], pairs: [VisitPair] = [], balanceWeight: Int = 0
    ) throws(RoutingProblemError) {
        self.travel = travel
        self.crews = crews
        self.visits = visits
        self.pairs = pairs
        self.balanceWeight = balanceWeight
        try check()
    }
}
