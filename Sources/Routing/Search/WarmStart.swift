/// Rebuilds given routes as far as they still fit: visits that do not are left to the search.
struct WarmStart {
    private let state: SearchState
    private let model: SearchModel

    init(_ state: SearchState) {
        self.state = state
        model = state.model
    }

    /// Appends each crew's visits in order, skipping those that are committed, paired, unknown or no longer fit.
    func adopt(_ sequences: [[Int]]) {
        for (crew, visits) in sequences.enumerated().prefix(model.crewCount) {
            for visit in visits where isOpen(visit) {
                let last = state.nodes[Int(state.endNode(crew))].previous
                if fits(Int32(visit), after: last, crew) {
                    state.insert(Int32(visit), after: last)
                    if !state.refresh(crew) { state.dissolve(crew) }
                }
            }
        }
    }

    private func isOpen(_ visit: Int) -> Bool {
        model.problem.visits.indices.contains(visit) && state.nodes[visit].route < 0
            && model.visits[visit].partner < 0 && !isCommitted(visit)
    }

    private func isCommitted(_ visit: Int) -> Bool {
        model.problem.crews.contains { $0.committed.contains { $0.visit == visit } }
    }

    private func fits(_ visit: Int32, after node: Int32, _ crew: Int) -> Bool {
        let route = state.routes[crew]
        let data = model.visits[Int(visit)]
        guard route.visitsLeft > 0, route.loadLeft >= data.load,
            model.eligible[Int(visit) * model.classCount + Int(route.classIndex)]
        else { return false }
        return state.exactDelta(of: visit, after: node) != nil
    }
}
