/// Turns visits into records: windows sorted, merged and cut by the release; pairs resolved.
struct VisitTable {
    private(set) var records: [VisitRecord] = []
    private(set) var windows: [WindowRecord] = []

    init(_ problem: RoutingProblem, mandatoryPenalty: Int) {
        var partners: [Int: (partner: Int, role: PairRole)] = [:]
        for pair in problem.pairs {
            switch pair.relation {
            case .simultaneous:
                partners[pair.first] = (pair.second, .simultaneous)
                partners[pair.second] = (pair.first, .simultaneous)
            case .precedence(let gap):
                partners[pair.first] = (pair.second, .before(gap: Int32(gap)))
                partners[pair.second] = (pair.first, .after(gap: Int32(gap)))
            }
        }
        for (index, visit) in problem.visits.enumerated() {
            let usable = Self.usableWindows(of: visit)
            let pair = partners[index]
            let penalty =
                switch visit.demand {
                case .mandatory: mandatoryPenalty
                case .optional(let prize): prize
                }
            records.append(
                VisitRecord(
                    location: Int32(visit.location), service: Int32(visit.serviceSeconds),
                    earliest: usable.first?.earliest ?? 0, latest: usable.last?.latest ?? -SearchModel.never,
                    load: Int32(visit.load), firstWindow: Int32(windows.count), windowCount: Int32(usable.count),
                    due: visit.lateCostPerSecond > 0
                        ? visit.dueSeconds.map(Int32.init) ?? SearchModel.never
                        : SearchModel.never,
                    partner: pair.map { Int32($0.partner) } ?? -1, pairRole: pair?.role ?? .none,
                    lateCost: visit.lateCostPerSecond, penalty: penalty))
            windows += usable
        }
    }

    static func usableWindows(of visit: Visit) -> [WindowRecord] {
        let release = visit.releaseSeconds ?? RoutingProblem.instantRange.lowerBound
        let given = visit.windows.isEmpty ? [TimeWindow(RoutingProblem.instantRange)] : visit.windows
        var merged: [WindowRecord] = []
        for window in given.sorted(by: { $0.earliestSeconds < $1.earliestSeconds })
        where window.latestSeconds >= release {
            let earliest = Int32(max(window.earliestSeconds, release))
            let latest = Int32(window.latestSeconds)
            if let last = merged.indices.last, earliest <= merged[last].latest + 1 {
                merged[last].latest = max(merged[last].latest, latest)
            } else {
                merged.append(WindowRecord(earliest: earliest, latest: latest))
            }
        }
        return merged
    }
}
