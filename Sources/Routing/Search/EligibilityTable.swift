/// Which classes of crews may serve which visits, and what each pairing costs.
struct EligibilityTable {
    /// `visit × classes + class`.
    private(set) var eligible: [Bool] = []
    /// `visit × classes + class`; `nil` when no visit prefers anyone.
    private(set) var preference: [Int]?

    init(_ problem: RoutingProblem, representatives: [Int]) {
        eligible.reserveCapacity(problem.visits.count * representatives.count)
        var costs: [Int] = []
        let hasPreferences = problem.visits.contains { !$0.crewCosts.isEmpty }
        for visit in problem.visits {
            for crew in representatives {
                eligible.append(Self.may(crew, serve: visit, in: problem))
                if hasPreferences { costs.append(visit.crewCosts[crew] ?? 0) }
            }
        }
        preference = hasPreferences ? costs : nil
    }

    private static func may(_ crew: Int, serve visit: Visit, in problem: RoutingProblem) -> Bool {
        problem.crews[crew].skills.isSuperset(of: visit.requiredSkills)
            && visit.allowedCrews?.contains(crew) ?? true
            && !visit.excludedCrews.contains(crew)
            && visit.pinnedCrew ?? crew == crew
    }
}
