/// Rebuilds given routes as far as they still fit: visits that do not are left to the search.
struct WarmStart {
    private let state: SearchState
    private let model: SearchModel
    private let committed: Set<Int>

    init(_ state: SearchState) {
        self.state = state
        model = state.model
        committed = Set(model.problem.crews.flatMap { $0.committed.map(\.visit) })
    }

    /// Gives each crew its visits in order: all of them if that works, otherwise one by one as far as they fit.
    ///
    /// Visits that are committed, unknown or placed already are skipped, and a pair stays only if both do and agree.
    func adopt(_ sequences: [[Int]]) {
        for (crew, visits) in sequences.enumerated().prefix(model.crewCount) {
            let open = visits.filter(isOpen)
            if appendAll(open, to: crew) { continue }
            // The same visit may be named twice.
            for visit in open where isOpen(visit) {
                let last = state.nodes[Int(state.endNode(crew))].previous
                if fits(Int32(visit), after: last, crew) {
                    state.insert(Int32(visit), after: last)
                    if !state.refresh(crew) { state.dissolve(crew) }
                }
            }
        }
        if model.hasPairs { PairSettlement(state).settle() }
    }

    /// Whole routes first: in a route that works, a beginning by itself need not.
    private func appendAll(_ visits: [Int], to crew: Int) -> Bool {
        guard Set(visits).count == visits.count, visits.allSatisfy({ isEligible($0, crew) }) else { return false }
        for visit in visits {
            state.insert(Int32(visit), after: state.nodes[Int(state.endNode(crew))].previous)
        }
        let route = state.routes[crew]
        if route.visitsLeft >= 0, route.loadLeft >= 0, state.refresh(crew) { return true }
        state.dissolve(crew)
        return false
    }

    private func isEligible(_ visit: Int, _ crew: Int) -> Bool {
        model.eligible[visit * model.classCount + Int(state.routes[crew].classIndex)]
    }

    private func isOpen(_ visit: Int) -> Bool {
        model.problem.visits.indices.contains(visit) && state.nodes[visit].route < 0 && !committed.contains(visit)
    }

    private func fits(_ visit: Int32, after node: Int32, _ crew: Int) -> Bool {
        let route = state.routes[crew]
        let data = model.visits[Int(visit)]
        guard route.visitsLeft > 0, route.loadLeft >= data.load, isEligible(Int(visit), crew) else { return false }
        return state.exactDelta(of: visit, after: node) != nil
    }
}
