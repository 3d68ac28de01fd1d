import Archive
import GasService
import Routing
import RoutingValidation
import Testing

@testable import Operations

/// A day as the planner sees it, to be solved whole or in parts, without being saved.
struct DayInParts {
    let snapshot: DaySnapshot
    let crews: [CrewDuty]
    let stops: [BuildingStop]

    init(_ snapshot: DaySnapshot, isSelected: Bool = false) {
        self.snapshot = snapshot
        crews = CrewDuty.all(in: snapshot)
        let all = snapshot.heads.flatMap { head in
            StopForming(date: snapshot.clock.date, settings: snapshot.settings(of: head.district))
                .form(snapshot.candidates.filter { $0.district == head.district }).stops
        }
        stops = isSelected ? SpareHours(snapshot, crews: crews).select(all).kept : all
    }

    func solve(
        seed: UInt64, effort: DayPlanRequest.Effort = .standard, largestWhole: Int = 2_000
    ) async throws -> DaySolver.Solution {
        try await DaySolver(seed: seed, effort: effort, largestWhole: largestWhole).solve(stops, crews, in: snapshot)
    }

    /// Expects of each part what a validator without the solver's code asks for, and of all together that each stop is
    /// made once or is among those left, and that no crew is in two parts.
    func expectSound(_ solution: DaySolver.Solution) {
        var made: [AccountNumber] = []
        var used: [CrewID] = []
        for part in solution.parts {
            #expect(PlanValidator(part.plan, for: part.problem.routing).faults().isEmpty)
            for route in part.plan.routes where route.isUsed { used.append(part.problem.crews[route.crew].crew.crew) }
            for case .planned(let stop) in part.plan.routes.flatMap(\.visits).map({ part.problem.visits[$0] }) {
                made += stop.candidates.map(\.account)
            }
        }
        let left = solution.unassigned.flatMap { $0.stop.candidates.map(\.account) }
        #expect(
            (made + left).sorted { $0.text < $1.text }
                == stops.flatMap { $0.candidates.map(\.account) }.sorted { $0.text < $1.text })
        #expect(Set(used).count == used.count)
        for one in solution.unassigned {
            for place in one.places {
                let part = solution.parts[place.part]
                #expect(part.plan.unassigned.contains(place.visit))
                guard case .planned(let stop) = part.problem.visits[place.visit] else {
                    Issue.record("visit \(place.visit) of part \(place.part) is no stop")
                    continue
                }
                #expect(stop == one.stop)
            }
        }
    }
}
