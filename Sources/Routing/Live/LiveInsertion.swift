/// Fits an urgent visit into a day that is already running.
///
/// Looks at every place of every crew's route exactly, so that the answer is the best single insertion there is; for each
/// crew quadratic in the stops still to come. Stops that have begun, that a crew has left for, or that were promised to
/// a customer never move, and a pair keeps its time. A crew whose route cannot be driven any more as planned (it is too
/// late for a window) has options only where windows may be missed or visits may give way.
///
///     let options = try LiveInsertion(problem: day, plan: running, promised: told)
///         .options(inserting: leak, now: now, ranking: .earliestArrival, missedWindowCostPerSecond: 10)
public struct LiveInsertion: Sendable {
    /// What comes first among the options.
    public enum Ranking: Hashable, Sendable {
        /// The least added cost; lateness of the new visit counts with its weight.
        case leastCost
        /// The earliest beginning of service; for emergencies.
        case earliestArrival
    }

    /// When optional visits may be taken off a route to make room.
    public enum Displacement: Hashable, Sendable {
        /// Never.
        case never
        /// Only when no crew can take the new visit without.
        case lastResort
        /// Wherever the ranking is better for it: an emergency need not wait for routine work.
        case freely
    }

    /// Gives the travel between some of the day's places, in their order.
    public typealias Travel = @Sendable (_ places: [Int]) throws(RoutingProblemError) -> TravelMatrix

    private let day: RunningRoute.Day
    private let travel: Travel

    /// Makes an insertion into a plan whose places are known to a function.
    ///
    /// The function is asked once for each crew, for the places of its route and the new one: for a large day that is
    /// far less than a matrix of all places.
    ///
    /// - Parameters:
    ///   - crews: The crews.
    ///   - visits: The day's visits; a location is whatever number the function knows the place by.
    ///   - pairs: Pairs of visits that depend on each other.
    ///   - balanceWeight: Weight of the balance term, as in `RoutingProblem`.
    ///   - plan: The running plan, a route for each crew. Instants of what has begun may be facts.
    ///   - promised: Visits whose start was promised to a customer.
    ///   - travel: The travel between some places.
    public init(
        crews: [Crew], visits: [Visit], pairs: [VisitPair] = [], balanceWeight: Int = 0, plan: RoutingPlan,
        promised: Set<Int> = [], travel: @escaping Travel
    ) {
        let pinned = promised.union(pairs.flatMap { [$0.first, $0.second] })
        day = RunningRoute.Day(
            crews: crews, visits: visits, plan: plan, pinned: pinned, balanceWeight: balanceWeight)
        self.travel = travel
    }

    /// Makes an insertion into the plan of a problem whose matrix knows the new visit's place.
    public init(problem: RoutingProblem, plan: RoutingPlan, promised: Set<Int> = []) {
        let matrix = problem.travel
        self.init(
            crews: problem.crews, visits: problem.visits, pairs: problem.pairs, balanceWeight: problem.balanceWeight,
            plan: plan, promised: promised
        ) { places throws(RoutingProblemError) in
            try matrix.part(places)
        }
    }

    /// The ways to fit a visit in, best first, at most one for each crew.
    ///
    /// - Parameters:
    ///   - visit: The new visit.
    ///   - now: The present instant, in seconds.
    ///   - ranking: What comes first.
    ///   - displacement: When optional visits may be taken off; then as few as possible, the smallest prizes first.
    ///   - missedWindowCostPerSecond: The price of one second after the end of a customer's window, in cost units;
    ///     `nil` keeps all windows. Windows of the new visit itself are kept always.
    /// - Returns: Options, each with the delays and the promises that it breaks; none when no crew can come.
    /// - Throws: `RoutingProblemError` when the new visit is not sound.
    public func options(
        inserting visit: Visit, now: Int, ranking: Ranking = .leastCost, displacement: Displacement = .lastResort,
        missedWindowCostPerSecond: Int? = nil
    ) throws(RoutingProblemError) -> [InsertionOption] {
        try check(visit)
        var trials: [InsertionTrial] = []
        for crew in day.crews.indices {
            let route = try RunningRoute(
                crew, of: day, adding: visit, now: now, missedWindowCostPerSecond: missedWindowCostPerSecond,
                travel: travel)
            trials.append(InsertionTrial(route, crew: crew, of: day, ranking: ranking))
        }
        var found = trials.compactMap { $0.option(displacing: displacement == .freely) }
        if found.isEmpty, displacement == .lastResort { found = trials.compactMap { $0.option(displacing: true) } }
        switch ranking {
        case .leastCost:
            return found.sorted { ($0.addedCost, $0.startSeconds, $0.crew) < ($1.addedCost, $1.startSeconds, $1.crew) }
        case .earliestArrival:
            return found.sorted { ($0.startSeconds, $0.addedCost, $0.crew) < ($1.startSeconds, $1.addedCost, $1.crew) }
        }
    }

    /// Finds fault with a new visit under the index that it has in the options.
    private func check(_ visit: Visit) throws(RoutingProblemError) {
        var alone = visit.alone(with: 0)
        alone.excludedCrews = []
        alone.location = 0
        do {
            _ = try RoutingProblem(travel: travel([visit.location]), crews: [], visits: [alone])
        } catch .visitValue(_, let field) {
            throw .visitValue(visit: day.visits.count, field: field)
        } catch .place {
            throw .visitLocation(visit: day.visits.count)
        }
    }
}
