/// A solution put aside: who is visited in which order, and what pairs agreed on.
struct Snapshot {
    private(set) var cost = Int.max
    /// All routes one after the other.
    private var visits: [Int32] = []
    /// Where each crew's route ends in `visits`.
    private var ends: [Int] = []
    private var agreements: [Agreement] = []

    /// The window that a visit of a pair was given.
    private struct Agreement {
        var visit: Int32
        var early: Int32
        var late: Int32
    }

    init() {}

    /// Puts parts together: each crew's route from the part to which it belongs.
    init(joining parts: [Snapshot], by division: Division) {
        guard let first = parts.first else { return }
        for crew in first.ends.indices {
            for (part, crews) in zip(parts, division.crews) where crews[crew] {
                visits += part.visits[(crew == 0 ? 0 : part.ends[crew - 1])..<part.ends[crew]]
            }
            ends.append(visits.count)
        }
    }

    /// Overwrites the snapshot with a state.
    mutating func take(_ state: SearchState) {
        cost = state.cost
        visits.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        agreements.removeAll(keepingCapacity: true)
        for crew in 0..<state.model.crewCount {
            visits.append(contentsOf: state.visits(of: crew))
            ends.append(visits.count)
        }
        guard state.model.hasPairs else { return }
        for visit in visits where state.model.visits[Int(visit)].partner >= 0 {
            let node = state.nodes[Int(visit)]
            agreements.append(Agreement(visit: visit, early: node.early, late: node.late))
        }
    }

    /// Makes a state equal to the snapshot, and begins its trial anew.
    func restore(_ state: SearchState) {
        state.beginTrial()
        for crew in 0..<state.model.crewCount where state.routes[crew].count > 0 { state.dissolve(crew) }
        for agreement in agreements { state.narrow(agreement.visit, early: agreement.early, late: agreement.late) }
        var first = 0
        for (crew, end) in ends.enumerated() {
            var node = state.startNode(crew)
            for visit in visits[first..<end] {
                state.insert(visit, after: node)
                node = visit
            }
            if end > first { state.refresh(crew) }
            first = end
        }
        state.beginTrial()
    }
}
