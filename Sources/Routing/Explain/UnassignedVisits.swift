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

    /// Explains each visit that the plan leaves out.
    public func explanations() -> [UnassignedExplanation] { explanations(of: plan.unassigned) }

    /// Explains some of the visits that the plan leaves out, in the order in which they are named.
    ///
    /// Loads the day once for each kind of rule, then tries each visit in each crew's route: time grows with visits × size
    /// of the plan, so a caller with hundreds of them on a large day names those that matter most.
    public func explanations(of visits: [Int]) -> [UnassignedExplanation] {
        guard !visits.isEmpty else { return [] }
        let trials = Relaxation.allCases.filter { $0.isOfUse(in: problem) }.compactMap { relaxation in
            RelaxedDay(problem, plan, relaxation).map { (relaxation, $0) }
        }
        let asItIs = RelaxedDay(problem, plan, nil)
        let paired = Set(problem.pairs.flatMap { [$0.first, $0.second] })
        return visits.map { visit in
            if let pair = problem.pairs.first(where: { $0.first == visit || $0.second == visit }) {
                let other = pair.first == visit ? pair.second : pair.first
                return UnassignedExplanation(visit: visit, reason: .pair(with: other), remedies: [])
            }
            var remedies = trials.flatMap { relaxation, day in
                day.changes(toAdmit: visit, relaxing: relaxation).lazy
                    .compactMap { prove($0.change, for: visit, by: $0.crew, paired) }.prefix(1)
            }
            if remedies.isEmpty, let swap = asItIs?.displacement(by: visit) {
                remedies.append(remedy(.leaveOut(visit: swap.victim), swap.insertion))
            }
            remedies.sort { rank($0) < rank($1) }
            return UnassignedExplanation(visit: visit, reason: reason(visit, remedies.first), remedies: remedies)
        }
    }

    /// Tries the problem with exactly one change.
    private func prove(
        _ change: ProblemChange, for visit: Int, by crew: Int, _ paired: Set<Int>
    ) -> UnassignedExplanation.Remedy? {
        RouteTrial(visit, inRouteOf: crew, of: plan, for: problem, paired: paired)?.insertion(after: change)
            .map { remedy(change, $0) }
    }

    private func remedy(_ change: ProblemChange, _ trial: TrialInsertion) -> UnassignedExplanation.Remedy {
        UnassignedExplanation.Remedy(
            change: change, crew: trial.crew, startSeconds: trial.startSeconds, route: trial.route)
    }

    private func rank(_ remedy: UnassignedExplanation.Remedy) -> (Int, Int) {
        (remedy.change.reach, remedy.change.extent(in: problem))
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
