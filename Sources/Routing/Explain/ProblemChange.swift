/// One change to a problem that would let a visit in.
public enum ProblemChange: Hashable, Sendable {
    /// The optional visit is worth at least so much.
    case raisePrize(visit: Int, to: Int)
    /// The visit may also begin in this window.
    case openWindow(visit: Int, TimeWindow)
    /// The crew works this shift.
    case changeShift(crew: Int, to: TimeWindow)
    /// The crew may be out so long, in seconds.
    case raiseMaximumDuration(crew: Int, to: Int)
    /// The crew may serve so many visits.
    case raiseMaximumVisits(crew: Int, to: Int)
    /// The crew may carry so much.
    case raiseCapacity(crew: Int, to: Int)
    /// The crew has these skills besides.
    case grantSkills(crew: Int, SkillSet)
    /// The visit accepts this crew, whatever it asks for or excludes.
    case acceptCrew(visit: Int, crew: Int)
    /// Another visit is left out.
    case leaveOut(visit: Int)

    /// How far the change reaches, to weigh changes of different kinds: 0 what a visit is worth, 1 times, 2 amounts, 3
    /// people, 4 another visit.
    public var reach: Int {
        switch self {
        case .raisePrize: 0
        case .openWindow, .changeShift, .raiseMaximumDuration: 1
        case .raiseMaximumVisits, .raiseCapacity: 2
        case .grantSkills, .acceptCrew: 3
        case .leaveOut: 4
        }
    }

    /// How many units the change comes to: seconds, cost units, visits or load; zero where it has no measure.
    public func extent(in problem: RoutingProblem) -> Int {
        switch self {
        case .raisePrize(let visit, let prize):
            if case .optional(let now) = problem.visits[visit].demand { prize - now } else { 0 }
        case .openWindow(let visit, let window):
            problem.visits[visit].windows.map { Self.distance(from: $0, to: window) }.min() ?? 0
        case .changeShift(let crew, let shift):
            max(0, problem.crews[crew].shift.earliestSeconds - shift.earliestSeconds)
                + max(0, shift.latestSeconds - problem.crews[crew].shift.latestSeconds)
        case .raiseMaximumDuration(let crew, let seconds):
            seconds - (problem.crews[crew].maximumDurationSeconds ?? seconds)
        case .raiseMaximumVisits(let crew, let count): count - (problem.crews[crew].maximumVisits ?? count)
        case .raiseCapacity(let crew, let load): load - (problem.crews[crew].capacity ?? load)
        case .grantSkills, .acceptCrew, .leaveOut: 0
        }
    }

    /// The problem with the change made.
    ///
    /// - Throws: `RoutingProblemError` when the change does not belong to the problem.
    public func applied(to problem: RoutingProblem) throws(RoutingProblemError) -> RoutingProblem {
        var crews = problem.crews
        var visits = problem.visits
        switch self {
        case .raisePrize(let visit, let prize): visits[visit].demand = .optional(prize: prize)
        case .openWindow(let visit, let window):
            visits[visit].windows.append(window)
            if let release = visits[visit].releaseSeconds {
                visits[visit].releaseSeconds = min(release, window.earliestSeconds)
            }
        case .changeShift(let crew, let shift): crews[crew].shift = shift
        case .raiseMaximumDuration(let crew, let seconds): crews[crew].maximumDurationSeconds = seconds
        case .raiseMaximumVisits(let crew, let count): crews[crew].maximumVisits = count
        case .raiseCapacity(let crew, let load): crews[crew].capacity = load
        case .grantSkills(let crew, let skills): crews[crew].skills.formUnion(skills)
        case .acceptCrew(let visit, let crew):
            visits[visit].allowedCrews?.insert(crew)
            visits[visit].excludedCrews.remove(crew)
            visits[visit].pinnedCrew = visits[visit].pinnedCrew.map { _ in crew }
        case .leaveOut: break
        }
        return try RoutingProblem(
            travel: problem.travel, crews: crews, visits: visits, pairs: problem.pairs,
            balanceWeight: problem.balanceWeight)
    }

    private static func distance(from window: TimeWindow, to other: TimeWindow) -> Int {
        max(0, window.earliestSeconds - other.latestSeconds, other.earliestSeconds - window.latestSeconds)
    }
}
