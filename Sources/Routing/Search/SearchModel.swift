/// A routing problem in the form in which the search reads it: flat records behind raw pointers, built once.
///
/// Committed stops are folded away here: a crew that has some simply starts from where and when the last one ends.
/// Everything is immutable after `init`, so islands on several threads share one model.
final class SearchModel: Sendable {
    /// An instant later than all others; sums with any travel time stay within 32 bits.
    static let never: Int32 = 1_000_000_000

    let problem: RoutingProblem
    let visitCount: Int
    let crewCount: Int
    let locationCount: Int
    /// How many kinds of crews there are; crews of one kind are interchangeable.
    let classCount: Int
    /// Visits that the search may place: all but the committed ones.
    let freeVisits: [Int32]
    let hasPairs: Bool
    /// Whether some visit may be left out for a prize.
    let hasOptionalVisits: Bool
    /// What committed stops cost, whatever the search does; not part of the cost that it minimises.
    let committedCost: Int
    let neighbours: Neighbourhoods
    /// Metres from the nearest crew's start to each visit.
    let depotDistance: [Int32]

    // Written only in `init` and freed only in `deinit`: reads from any thread are safe.
    nonisolated(unsafe) let visits: UnsafeMutablePointer<VisitRecord>
    nonisolated(unsafe) let crews: UnsafeMutablePointer<CrewRecord>
    nonisolated(unsafe) let windows: UnsafeMutablePointer<WindowRecord>
    nonisolated(unsafe) let breaks: UnsafeMutablePointer<BreakRecord>
    /// `visit × classCount + class`: whether such crews may serve the visit.
    nonisolated(unsafe) let eligible: UnsafeMutablePointer<Bool>
    /// `visit × classCount + class`: preference cost; absent when no visit has any.
    nonisolated(unsafe) let preference: UnsafeMutablePointer<Int>?
    nonisolated(unsafe) let seconds: UnsafePointer<Int32>
    nonisolated(unsafe) let secondsByColumn: UnsafePointer<Int32>
    nonisolated(unsafe) let metres: UnsafePointer<Int32>
    nonisolated(unsafe) let metresByColumn: UnsafePointer<Int32>

    /// Builds the model; without neighbourhoods, which take time quadratic in the visits, insertion looks everywhere.
    init(_ problem: RoutingProblem, withNeighbourhoods: Bool = true) {
        self.problem = problem
        visitCount = problem.visits.count
        crewCount = problem.crews.count
        locationCount = problem.travel.locationCount
        let storage = problem.travel.storage
        seconds = storage.seconds
        secondsByColumn = storage.secondsByColumn
        metres = storage.metres
        metresByColumn = storage.metresByColumn
        let hasLateness = problem.visits.contains { $0.dueSeconds != nil && $0.lateCostPerSecond > 0 }
        hasPairs = !problem.pairs.isEmpty
        hasOptionalVisits = problem.visits.contains { !$0.isMandatory }

        let committed = Set(problem.crews.flatMap { $0.committed.map(\.visit) })
        freeVisits = problem.visits.indices.filter { !committed.contains($0) }.map(Int32.init)

        let visitTable = VisitTable(problem, mandatoryPenalty: Self.mandatoryPenalty(problem))
        visits = .copying(visitTable.records)
        windows = .copying(visitTable.windows)

        let crewTable = CrewTable(
            problem, hasLateness: hasLateness, hasGaps: visitTable.records.contains { $0.windowCount > 1 })
        crews = .copying(crewTable.records)
        committedCost = crewTable.committedCost
        breaks = .copying(crewTable.breaks)
        classCount = crewTable.representatives.count
        let eligibility = EligibilityTable(problem, representatives: crewTable.representatives)
        eligible = .copying(eligibility.eligible)
        preference = eligibility.preference.map { .copying($0) }
        let starts = Set(crewTable.records.map(\.startLocation))
        depotDistance = visitTable.records.map { [metres, locationCount] visit in
            starts.map { metres[Int($0) * locationCount + Int(visit.location)] }.min() ?? 0
        }
        neighbours = Neighbourhoods(
            problem, visits: withNeighbourhoods ? freeVisits : [], records: visitTable.records)
        closeCommittedRoutes()
    }

    deinit {
        visits.deallocate()
        crews.deallocate()
        windows.deallocate()
        breaks.deallocate()
        eligible.deallocate()
        preference?.deallocate()
    }

    /// The earliest instant at or after `arrival` at which service may begin in one of several windows.
    func nextStart(_ visit: VisitRecord, _ arrival: Int32) -> Int32 {
        for index in visit.firstWindow..<visit.firstWindow + visit.windowCount {
            let window = windows[Int(index)]
            if arrival <= window.latest { return max(arrival, window.earliest) }
        }
        return Self.never
    }

    /// The latest instant at or before `instant` at which service may begin in one of several windows.
    func previousStart(_ visit: VisitRecord, _ instant: Int32) -> Int32 {
        for index in (visit.firstWindow..<visit.firstWindow + visit.windowCount).reversed() {
            let window = windows[Int(index)]
            if instant >= window.earliest { return min(instant, window.latest) }
        }
        return -Self.never
    }

    /// The first instant at or after another at which both of two visits may begin.
    func commonStart(_ one: VisitRecord, _ other: VisitRecord, from instant: Int32) -> Int32? {
        var start = instant
        while start < Self.never {
            let first = nextStart(one, start)
            let second = nextStart(other, first)
            if first == second, first < Self.never { return first }
            start = second
        }
        return nil
    }

    /// The beginning of the window in which an instant lies.
    func opening(_ visit: VisitRecord, at instant: Int32) -> Int32 {
        for index in (visit.firstWindow..<visit.firstWindow + visit.windowCount).reversed()
        where windows[Int(index)].earliest <= instant {
            return windows[Int(index)].earliest
        }
        return instant
    }

    /// The end of the window in which an instant lies.
    func closing(_ visit: VisitRecord, at instant: Int32) -> Int32 {
        for index in visit.firstWindow..<visit.firstWindow + visit.windowCount
        where windows[Int(index)].latest >= instant {
            return windows[Int(index)].latest
        }
        return instant
    }

    /// A committed route always may go home, however late: then the crew only takes nothing more.
    private func closeCommittedRoutes() {
        let evaluator = RouteEvaluator(self)
        for crew in 0..<crewCount where crews[crew].isCommitted {
            let open = crews[crew]
            crews[crew].latestFinish = Self.never - 1
            crews[crew].maximumDuration = Self.never
            let home = evaluator.finishOfEmptyRoute(crew)
            crews[crew].latestFinish = max(open.latestFinish, home)
            crews[crew].maximumDuration = max(open.maximumDuration, home - open.onDuty)
        }
    }

    /// What leaving out a mandatory visit costs: more than all prizes and any detour together.
    private static func mandatoryPenalty(_ problem: RoutingProblem) -> Int {
        var prizes = 0
        var preferences = 0
        for visit in problem.visits {
            if case .optional(let prize) = visit.demand { prizes += prize }
            preferences = max(preferences, visit.crewCosts.values.map(abs).max() ?? 0)
        }
        let crews = problem.crews
        let fixed = crews.map(\.fixedCost).max() ?? 0
        let (farthest, slowest) = (problem.travel.storage.farthest, problem.travel.storage.slowest)
        let drive =
            2 * (crews.map(\.costPerMetre).max() ?? 0) * farthest
            + (crews.map(\.costPerSecond).max() ?? 0) * (2 * slowest + 86_400)
        let lateness = (problem.visits.map(\.lateCostPerSecond).max() ?? 0) * 86_400
        return 1_000_000 + prizes + 2 * (fixed + preferences) + drive + lateness + problem.balanceWeight * 86_400
    }
}
