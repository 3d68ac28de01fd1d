import Routing
import RoutingValidation
import Testing

@Suite struct ExplanationTests {
    @Test(arguments: 0..<8)
    func `every remedy is proven by a sound plan of the problem with exactly that change`(block: UInt64) throws {
        var remedies = 0
        for seed in block * 40..<(block + 1) * 40 {
            let problem = try RandomProblem.make(seed: seed)
            let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(30)))
            for explanation in UnassignedVisits(of: plan, for: problem).explanations() {
                #expect(plan.unassigned.contains(explanation.visit))
                for remedy in explanation.remedies {
                    remedies += 1
                    var counterfactual = plan
                    counterfactual.routes[remedy.crew] = remedy.route
                    counterfactual.unassigned.removeAll { $0 == explanation.visit }
                    if case .leaveOut(let victim) = remedy.change {
                        counterfactual.unassigned = (counterfactual.unassigned + [victim]).sorted()
                    }
                    let changed = try remedy.change.applied(to: problem)
                    let faults = PlanValidator(counterfactual, for: changed).faults().filter {
                        if case .cost = $0 { false } else { true }
                    }
                    #expect(faults.isEmpty, "seed \(seed), visit \(explanation.visit), \(remedy.change)")
                }
            }
        }
        #expect(remedies > 0)
    }

    @Test func `some visits are explained as they would be among all, in the order asked for`() throws {
        var compared = 0
        for seed in UInt64(900)..<940 {
            let problem = try RandomProblem.make(seed: seed)
            let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(30)))
            let unassigned = UnassignedVisits(of: plan, for: problem)
            let all = unassigned.explanations()
            #expect(all.map(\.visit) == plan.unassigned)
            let some = Array(plan.unassigned.reversed().prefix(3))
            #expect(unassigned.explanations(of: some) == some.compactMap { visit in all.first { $0.visit == visit } })
            compared += some.count
        }
        #expect(compared > 20)
    }

    private let shift = TimeWindow(0...100)
    private func travel() throws -> TravelMatrix {
        let entries = (0..<9).map { Int32(abs($0 / 3 - $0 % 3)) }
        return try TravelMatrix(locationCount: 3, seconds: entries, metres: entries)
    }
    private func explain(_ crew: Crew, _ visits: [Visit]) throws -> [UnassignedExplanation] {
        let problem = try RoutingProblem(travel: travel(), crews: [crew], visits: visits)
        let plan = RoutingSolver.solve(problem, options: SolverOptions(limit: .iterations(50)))
        return UnassignedVisits(of: plan, for: problem).explanations()
    }

    @Test func `a visit that needs a skill nobody has is told so`() throws {
        let visit = Visit(location: 1, requiredSkills: SkillSet(skill: 3))
        let found = try explain(Crew(startLocation: 0, shift: shift), [visit])
        #expect(found.first?.reason == .noCrewWithSkills(SkillSet(skill: 3)))
        #expect(found.first?.remedies.first?.change == .grantSkills(crew: 0, SkillSet(skill: 3)))
    }

    @Test func `a window before the crew's shift asks for an earlier beginning of just the missing seconds`() throws {
        var crew = Crew(startLocation: 0, shift: shift)
        crew.shift = TimeWindow(50...100)
        let found = try explain(crew, [Visit(location: 2, windows: [TimeWindow(40...45)])])
        let changes = try #require(found.first).remedies.map(\.change)
        #expect(changes.contains(.changeShift(crew: 0, to: TimeWindow(43...100))))
        #expect(changes.contains(.openWindow(visit: 0, TimeWindow(52...52))))
    }

    @Test func `an optional visit that costs more than its prize names the prize at which it would be served`() throws {
        let found = try explain(
            Crew(startLocation: 0, shift: shift), [Visit(location: 2, demand: .optional(prize: 3))])
        #expect(found.first?.reason == .prize)
        #expect(found.first?.remedies.first?.change == .raisePrize(visit: 0, to: 5))
    }

    @Test func `a full shift is told apart from a window`() throws {
        let found = try explain(
            Crew(startLocation: 0, shift: shift),
            [Visit(location: 1, serviceSeconds: 60), Visit(location: 1, serviceSeconds: 60)])
        #expect(found.count == 1)
        #expect(found.first?.reason == .shift)
        #expect(found.first?.remedies.first?.change.extent(in: try problemOfTwo()) == 22)
    }

    private func problemOfTwo() throws -> RoutingProblem {
        try RoutingProblem(
            travel: travel(), crews: [Crew(startLocation: 0, shift: shift)],
            visits: [Visit(location: 1, serviceSeconds: 60), Visit(location: 1, serviceSeconds: 60)])
    }
}
