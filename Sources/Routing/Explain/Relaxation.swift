/// A rule that is lifted for a trial, for all crews and all unassigned visits at once.
enum Relaxation: CaseIterable {
    /// Nothing is lifted: what fits now is only too dear.
    case prize
    case windows
    case laterEnd
    case earlierBeginning
    case duration
    case visitCount
    case capacity
    case skills
    case crews

    /// Whether a problem has such a rule at all.
    func isOfUse(in problem: RoutingProblem) -> Bool {
        switch self {
        case .duration: problem.crews.contains { $0.maximumDurationSeconds != nil }
        case .visitCount: problem.crews.contains { $0.maximumVisits != nil }
        case .capacity: problem.crews.contains { $0.capacity != nil }
        case .prize, .windows, .laterEnd, .earlierBeginning, .skills, .crews: true
        }
    }

    /// The problem without the rule.
    ///
    /// - Throws: `RoutingProblemError` when the problem is not sound without it.
    func lifted(from problem: RoutingProblem, for unassigned: [Int]) throws(RoutingProblemError) -> RoutingProblem {
        var crews = problem.crews
        var visits = problem.visits
        let range = RoutingProblem.instantRange
        for crew in crews.indices {
            switch self {
            case .laterEnd:
                crews[crew].shift.latestSeconds = min(range.upperBound, crews[crew].shift.latestSeconds + 86_400)
            case .earlierBeginning where crews[crew].committed.isEmpty:
                crews[crew].shift.earliestSeconds = max(range.lowerBound, crews[crew].shift.earliestSeconds - 86_400)
            case .duration: crews[crew].maximumDurationSeconds = nil
            case .visitCount: crews[crew].maximumVisits = nil
            case .capacity: crews[crew].capacity = nil
            case .prize, .windows, .earlierBeginning, .skills, .crews: break
            }
        }
        for visit in unassigned {
            switch self {
            case .windows:
                visits[visit].windows = []
                visits[visit].releaseSeconds = nil
            case .skills: visits[visit].requiredSkills = []
            case .crews:
                visits[visit].allowedCrews = nil
                visits[visit].excludedCrews = []
                visits[visit].pinnedCrew = nil
            case .prize, .laterEnd, .earlierBeginning, .duration, .visitCount, .capacity: break
            }
            // Whether it pays is one question, whether it fits another.
            if self != .prize { visits[visit].demand = .mandatory }
        }
        return try RoutingProblem(
            travel: problem.travel, crews: crews, visits: visits, balanceWeight: problem.balanceWeight)
    }
}
