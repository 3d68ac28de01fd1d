import Archive
import GasService
import Routing

/// Routes a day's stops: as one problem when it is small, else district by district.
///
/// A large day is decomposed: each district's crews first serve their own district, then the company's crews take what is
/// left over anywhere. The parts are solved one after another, so the plan depends on input and seed alone.
struct DaySolver: Sendable {
    let seed: UInt64
    let effort: DayPlanRequest.Effort
    /// The most stops that are routed as one problem.
    static let largestWhole = 1_000

    /// A solved part of the day.
    struct Part: Sendable {
        let problem: DayProblem
        let plan: RoutingPlan
    }

    /// What was found.
    struct Solution: Sendable {
        /// The parts; a crew is in one of them only.
        let parts: [Part]
        /// The stops that no crew makes.
        let unassigned: [BuildingStop]
    }

    func solve(_ stops: [BuildingStop], _ crews: [CrewDuty], in snapshot: DaySnapshot) async throws -> Solution {
        guard stops.count > Self.largestWhole, snapshot.heads.count > 1 else {
            return try await solve([(crews, stops)], total: stops.count, in: snapshot)
        }
        let districts = snapshot.heads.map { head in
            (crews.filter { $0.crew.district == head.district }, stops.filter { $0.district == head.district })
        }
        let first = try await solve(districts, total: stops.count, in: snapshot)
        let rest = first.unassigned.filter { $0.reason != .pulledAhead }
        let second = try await solve([(crews.filter(\.isCompanyWide), rest)], total: stops.count, in: snapshot)
        return Solution(
            parts: first.parts + second.parts,
            unassigned: second.unassigned + first.unassigned.filter { $0.reason == .pulledAhead })
    }

    private func solve(
        _ tasks: [(crews: [CrewDuty], stops: [BuildingStop])], total: Int, in snapshot: DaySnapshot
    ) async throws -> Solution {
        var parts: [Part] = []
        var unassigned: [BuildingStop] = []
        for (number, task) in tasks.enumerated() {
            guard let problem = try DayProblem(crews: task.crews, stops: task.stops, in: snapshot) else {
                unassigned += task.stops
                continue
            }
            let plan = await RoutingSolver.solve(
                problem.routing,
                options: SolverOptions(
                    seed: seed &+ UInt64(number),
                    limit: limit(stops: task.stops.count, of: max(1, total))))
            parts.append(Part(problem: problem, plan: plan))
            unassigned += plan.unassigned.compactMap {
                if case .planned(let stop) = problem.visits[$0] { stop } else { nil }
            }
        }
        return Solution(parts: parts, unassigned: unassigned)
    }

    /// Iterations that grow with the size, or the part's share of the seconds.
    private func limit(stops: Int, of total: Int) -> SolverOptions.Limit {
        switch effort {
        case .standard: .iterations(Self.iterations(stops: stops))
        case .seconds(let seconds): .seconds(seconds * Double(max(1, stops)) / Double(total))
        }
    }

    /// Enough for small days to be searched through, and a few seconds for large ones.
    static func iterations(stops: Int) -> Int { min(100_000, max(2_000, 100 * stops)) }
}
