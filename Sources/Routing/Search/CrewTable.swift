/// Turns crews into records, and sorts them into classes of interchangeable ones.
struct CrewTable {
    private(set) var records: [CrewRecord] = []
    private(set) var breaks: [BreakRecord] = []
    /// One crew of each class.
    private(set) var representatives: [Int] = []
    /// What committed stops cost, whatever else is planned.
    private(set) var committedCost = 0

    init(_ problem: RoutingProblem, hasLateness: Bool, hasGaps: Bool) {
        var named = Set<Int>()
        for visit in problem.visits {
            named.formUnion(visit.allowedCrews ?? [])
            named.formUnion(visit.excludedCrews)
            named.formUnion(visit.crewCosts.keys)
            if let pinned = visit.pinnedCrew { named.insert(pinned) }
        }
        var classes: [Crew: Int] = [:]
        for (index, crew) in problem.crews.enumerated() {
            let isUnique = named.contains(index) || !crew.committed.isEmpty
            let classIndex: Int
            if !isUnique, let known = classes[crew] {
                classIndex = known
            } else {
                classIndex = representatives.count
                representatives.append(index)
                if !isUnique { classes[crew] = classIndex }
            }
            append(index, classIndex: classIndex, problem: problem, hasLateness: hasLateness, hasGaps: hasGaps)
        }
    }

    private mutating func append(
        _ index: Int, classIndex: Int, problem: RoutingProblem, hasLateness: Bool, hasGaps: Bool
    ) {
        let crew = problem.crews[index]
        let prefix = CommittedPrefix(crew: index, problem: problem)
        committedCost += prefix.metres * crew.costPerMetre + prefix.latenessCost + prefix.preferenceCost
        let open = prefix.isEmpty ? crew.breaks : Self.breaksStillPossible(crew.breaks, from: prefix.readySeconds)
        let duration = crew.maximumDurationSeconds.map(Int32.init) ?? SearchModel.never
        records.append(
            CrewRecord(
                startLocation: Int32(prefix.location), endLocation: Int32(crew.endLocation),
                ready: Int32(prefix.readySeconds), latestFinish: Int32(crew.shift.latestSeconds),
                capacityLeft: crew.capacity.map { Int32($0 - prefix.load) } ?? Int32.max / 2,
                visitsLeft: crew.maximumVisits.map { Int32(clamping: $0 - prefix.stops.count) } ?? Int32.max / 2,
                maximumDuration: duration, firstBreak: Int32(breaks.count), breakCount: Int32(open.count),
                classIndex: Int32(classIndex), onDuty: Int32(prefix.onDutySeconds),
                busyBefore: Int32(prefix.busySeconds),
                shiftLength: Int32(max(1, crew.shift.latestSeconds - crew.shift.earliestSeconds)),
                isCommitted: !prefix.isEmpty,
                kind: Self.kind(
                    crew, hasBreaks: !open.isEmpty, hasLateness: hasLateness, hasGaps: hasGaps,
                    isBalanced: problem.balanceWeight > 0),
                fixedCost: crew.fixedCost, costPerMetre: crew.costPerMetre, costPerSecond: crew.costPerSecond,
                balanceWeight: problem.balanceWeight))
        breaks += open.map {
            BreakRecord(
                earliest: Int32($0.window.earliestSeconds), latest: Int32($0.window.latestSeconds),
                duration: Int32($0.durationSeconds))
        }
    }

    private static func kind(
        _ crew: Crew, hasBreaks: Bool, hasLateness: Bool, hasGaps: Bool, isBalanced: Bool
    ) -> RouteKind {
        if hasBreaks || hasLateness { return .general }
        if crew.costPerSecond == 0, crew.maximumDurationSeconds == nil, !isBalanced { return .plain }
        return hasGaps ? .general : .timed
    }

    /// With committed stops, the breaks that can still begin in their window; the others are not planned any more.
    private static func breaksStillPossible(_ breaks: [CrewBreak], from ready: Int) -> [CrewBreak] {
        var time = ready
        return breaks.filter { rest in
            let start = max(time, rest.window.earliestSeconds)
            guard start <= rest.window.latestSeconds else { return false }
            time = start + rest.durationSeconds
            return true
        }
    }
}
