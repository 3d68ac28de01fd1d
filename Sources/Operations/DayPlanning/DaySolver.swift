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
    let largestWhole: Int

    /// Solves with a seed; 2,000 stops have a travel matrix of 32 MB.
    init(seed: UInt64, effort: DayPlanRequest.Effort, largestWhole: Int = 2_000) {
        self.seed = seed
        self.effort = effort
        self.largestWhole = largestWhole
    }

    /// A solved part of the day.
    struct Part: Sendable {
        let problem: DayProblem
        let plan: RoutingPlan
        /// Iterations that its search had; 0 when it was bound by seconds.
        let iterations: Int
    }

    /// A stop that no crew makes.
    struct Unassigned: Sendable {
        let stop: BuildingStop
        /// The parts in which it was tried, with its number there; empty where nobody is on duty.
        var places: [(part: Int, visit: Int)] = []
    }

    /// What was found.
    struct Solution: Sendable {
        /// The parts; a crew is in one of them only.
        var parts: [Part] = []
        /// The stops that no crew makes.
        var unassigned: [Unassigned] = []
    }

    func solve(_ stops: [BuildingStop], _ crews: [CrewDuty], in snapshot: DaySnapshot) async throws -> Solution {
        var solution = Solution()
        let all = stops.map { Unassigned(stop: $0) }
        guard stops.count > largestWhole, snapshot.heads.count > 1 else {
            solution.unassigned = try await serve(all, by: crews, of: stops.count, in: snapshot, &solution.parts)
            return solution
        }
        var left: [Unassigned] = []
        for head in snapshot.heads {
            left += try await serve(
                all.filter { $0.stop.district == head.district },
                by: crews.filter { $0.crew.district == head.district }, of: stops.count, in: snapshot, &solution.parts)
        }
        solution.unassigned =
            try await serve(
                left.filter { $0.stop.reason != .pulledAhead }, by: crews.filter(\.isCompanyWide), of: stops.count,
                in: snapshot, &solution.parts)
            + left.filter { $0.stop.reason == .pulledAhead }
        return solution
    }

    /// Routes stops as one more part, and returns those that are still left.
    private func serve(
        _ stops: [Unassigned], by crews: [CrewDuty], of total: Int, in snapshot: DaySnapshot, _ parts: inout [Part]
    ) async throws -> [Unassigned] {
        guard let problem = try DayProblem(crews: crews, stops: stops.map(\.stop), in: snapshot) else { return stops }
        let number = parts.count
        let limit = limit(stops: stops.count, of: max(1, total))
        let plan = await RoutingSolver.solve(
            problem.routing, options: SolverOptions(seed: seed &+ UInt64(number), limit: limit))
        let iterations = if case .iterations(let count) = limit { count } else { 0 }
        parts.append(Part(problem: problem, plan: plan, iterations: iterations))
        // A problem numbers its stops first, in their order.
        return plan.unassigned.filter(stops.indices.contains).map { visit in
            var one = stops[visit]
            one.places.append((number, visit))
            return one
        }
    }

    /// The part's share of the day's iterations or seconds.
    private func limit(stops: Int, of total: Int) -> SolverOptions.Limit {
        switch effort {
        case .standard: .iterations(Self.iterations(stops: stops, of: total))
        case .seconds(let seconds): .seconds(seconds * Double(max(1, stops)) / Double(total))
        }
    }

    /// Enough for small days to be searched through; a large day has as many in all as a thousand stops have, about half a
    /// minute of processor, however it is cut.
    static func iterations(stops: Int, of total: Int) -> Int {
        let whole = min(100_000, max(2_000, 100 * total))
        return max(2_000, whole * stops / max(1, total))
    }
}
