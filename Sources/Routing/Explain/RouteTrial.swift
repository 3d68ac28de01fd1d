/// One crew's route and one more visit as a small problem of their own.
///
/// What fits there fits into the whole day: no route depends on another, except by pairs, whose visits stay at their
/// instants. So a change is proven in time linear in the route, however large the day.
struct RouteTrial {
    private let problem: RoutingProblem
    private let plan: RoutingPlan
    /// The visits of the small problem by their index in the whole one; the one that is tried comes last.
    private let visits: [Int]
    private let crew: Int

    /// Takes a crew's route out of a plan; `paired` are the visits that pairs have bound to their instants.
    init?(_ visit: Int, inRouteOf crew: Int, of plan: RoutingPlan, for problem: RoutingProblem, paired: Set<Int>) {
        var route = plan.routes[crew]
        visits = route.visits + [visit]
        self.crew = crew
        var parts = visits.map { problem.visits[$0].alone(with: crew) }
        for (index, stop) in route.stops.enumerated() {
            if paired.contains(stop.visit), !stop.isCommitted {
                parts[index].windows = [TimeWindow.pinned(at: stop.startSeconds)]
                parts[index].releaseSeconds = nil
            }
            route.stops[index].visit = index
        }
        route.crew = 0
        var people = problem.crews[crew]
        for index in people.committed.indices { people.committed[index].visit = index }
        guard
            let small = try? RoutingProblem(
                travel: problem.travel, crews: [people], visits: parts, balanceWeight: problem.balanceWeight)
        else { return nil }
        self.problem = small
        self.plan = RoutingPlan(routes: [route], unassigned: [visits.count - 1], cost: CostBreakdown())
    }

    /// Where the visit fits, once a change is made, for less than it costs to leave it out; `nil` when nowhere.
    func insertion(after change: ProblemChange) -> TrialInsertion? {
        guard let changed = try? translated(change).applied(to: problem),
            var found = RelaxedDay(changed, plan, nil)?.insertion(of: visits.count - 1)
        else { return nil }
        found.crew = crew
        found.route.crew = crew
        for index in found.route.stops.indices {
            found.route.stops[index].visit = visits[found.route.stops[index].visit]
        }
        return found
    }

    /// A change of the whole problem in the small one's numbers.
    private func translated(_ change: ProblemChange) -> ProblemChange {
        let visit = visits.count - 1
        return switch change {
        case .raisePrize(_, let prize): .raisePrize(visit: visit, to: prize)
        case .openWindow(_, let window): .openWindow(visit: visit, window)
        case .changeShift(_, let shift): .changeShift(crew: 0, to: shift)
        case .raiseMaximumDuration(_, let seconds): .raiseMaximumDuration(crew: 0, to: seconds)
        case .raiseMaximumVisits(_, let count): .raiseMaximumVisits(crew: 0, to: count)
        case .raiseCapacity(_, let load): .raiseCapacity(crew: 0, to: load)
        case .grantSkills(_, let skills): .grantSkills(crew: 0, skills)
        case .acceptCrew: .acceptCrew(visit: visit, crew: 0)
        case .leaveOut: change
        }
    }
}
