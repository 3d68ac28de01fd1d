/// Explains the visits that a plan leaves out, by counterfactual.
///
/// Each rule is relaxed by itself, the visit is inserted where it then fits best, the smallest change that this needs
/// is read off the route, and the problem with exactly that change is tried again. Only what passes is reported.
public struct UnassignedVisits {
    private let problem: RoutingProblem
    private let plan: RoutingPlan

    /// Makes an explanation of a plan.
    public init(of plan: RoutingPlan, for problem: RoutingProblem) {
        self.plan = plan
        self.problem = problem
    }

    /// Explains each visit that the plan leaves out; linear in their number times the plan's size.
    public func explanations() -> [UnassignedExplanation] {
        let trials = Relaxation.allCases.compactMap { relaxation in
            RelaxedDay(problem, plan, relaxation).map { (relaxation, $0) }
        }
        return plan.unassigned.map { visit in
            if let pair = problem.pairs.first(where: { $0.first == visit || $0.second == visit }) {
                let other = pair.first == visit ? pair.second : pair.first
                return UnassignedExplanation(visit: visit, reason: .pair(with: other), remedies: [])
            }
            var remedies = trials.flatMap { relaxation, day in
                day.changes(toAdmit: visit, relaxing: relaxation).lazy.compactMap { prove($0, for: visit) }.prefix(1)
            }
            if remedies.isEmpty, let swap = displacement(for: visit) { remedies.append(swap) }
            remedies.sort { rank($0) < rank($1) }
            return UnassignedExplanation(visit: visit, reason: reason(visit, remedies.first), remedies: remedies)
        }
    }

    /// Tries the problem with exactly one change.
    private func prove(_ change: ProblemChange, for visit: Int) -> UnassignedExplanation.Remedy? {
        guard let changed = try? change.applied(to: problem), let day = RelaxedDay(changed, plan, nil) else {
            return nil
        }
        return day.insertion(of: visit).map { remedy(change, $0) }
    }

    /// Looks for a visit of lesser or equal claim whose place would do.
    private func displacement(for visit: Int) -> UnassignedExplanation.Remedy? {
        guard let day = RelaxedDay(problem, plan, nil) else { return nil }
        return day.displacement(by: visit).map { remedy(.leaveOut(visit: $0.victim), $0.insertion) }
    }

    private func remedy(_ change: ProblemChange, _ trial: TrialInsertion) -> UnassignedExplanation.Remedy {
        UnassignedExplanation.Remedy(
            change: change, crew: trial.crew, startSeconds: trial.startSeconds, route: trial.route)
    }

    private func rank(_ remedy: UnassignedExplanation.Remedy) -> (Int, Int) {
        let kind =
            switch remedy.change {
            case .raisePrize: 0
            case .openWindow, .changeShift, .raiseMaximumDuration: 1
            case .raiseMaximumVisits, .raiseCapacity: 2
            case .grantSkills, .acceptCrew: 3
            case .leaveOut: 4
            }
        return (kind, remedy.change.extent(in: problem))
    }

    private func reason(_ visit: Int, _ remedy: UnassignedExplanation.Remedy?) -> UnassignedExplanation.Reason {
        let skills = problem.visits[visit].requiredSkills
        if !problem.crews.contains(where: { $0.skills.isSuperset(of: skills) }) { return .noCrewWithSkills(skills) }
        switch remedy?.change {
        case .raisePrize: return .prize
        case .openWindow: return .window
        case .changeShift: return .shift
        case .raiseMaximumDuration: return .duration
        case .raiseMaximumVisits: return .visitCount
        case .raiseCapacity: return .capacity
        case .grantSkills: return .skills
        case .acceptCrew: return .crewRestriction
        case .leaveOut(let other): return .displaced(by: other)
        case nil: return .severalTogether
        }
    }
}
