/// Lets the pairs of a solution that was given from outside agree on their times.
///
/// Each pair begins as early as both its routes allow. One pair's time moves the next one's, so bounds are raised until
/// none moves any more; without breaks the result exists whenever any common times do. Pairs that cannot agree, or of
/// which one visit is missing, leave their routes whole.
struct PairSettlement {
    private let state: SearchState
    private let model: SearchModel

    init(_ state: SearchState) {
        self.state = state
        model = state.model
    }

    /// Settles all pairs; afterwards each is served within agreed windows, or absent.
    func settle() {
        dropHalves()
        var rounds = model.problem.pairs.count + 1
        while rounds > 0, raiseBounds() { rounds -= 1 }
        for pair in model.problem.pairs where isServed(pair) {
            if rounds == 0 || !agree(pair) { drop(pair) }
        }
        dropHalves()
    }

    /// Moves both beginnings of each pair back to where they suit each other; says whether any moved.
    private func raiseBounds() -> Bool {
        var hasMoved = false
        for pair in model.problem.pairs where isServed(pair) {
            let (first, second) = (Int32(pair.first), Int32(pair.second))
            guard let (one, other) = beginnings(pair) else {
                drop(pair)
                hasMoved = true
                continue
            }
            guard one > start(of: first) || other > start(of: second) else { continue }
            hasMoved = true
            state.narrow(first, early: one, late: model.visits[pair.first].latest)
            state.narrow(second, early: other, late: model.visits[pair.second].latest)
            if !refresh(first) || !refresh(second) { drop(pair) }
        }
        return hasMoved
    }

    /// The earliest beginnings of both at or after those that their routes now give them.
    private func beginnings(_ pair: VisitPair) -> (Int32, Int32)? {
        let (one, other) = (model.visits[pair.first], model.visits[pair.second])
        switch pair.relation {
        case .simultaneous:
            guard state.nodes[pair.first].route != state.nodes[pair.second].route,
                let instant = model.commonStart(
                    one, other, from: max(start(of: Int32(pair.first)), start(of: Int32(pair.second))))
            else { return nil }
            return (instant, instant)
        case .precedence(let gap):
            let first = model.nextStart(one, start(of: Int32(pair.first)))
            guard first < SearchModel.never else { return nil }
            let second = model.nextStart(other, max(start(of: Int32(pair.second)), first + one.service + Int32(gap)))
            return second < SearchModel.never ? (first, second) : nil
        }
    }

    /// Closes the pair's windows at what was found, if both routes keep all rules with it.
    private func agree(_ pair: VisitPair) -> Bool {
        let (first, second) = (Int32(pair.first), Int32(pair.second))
        let (one, other) = (start(of: first), start(of: second))
        let isTogether = pair.relation == .simultaneous
        state.narrow(first, early: one, late: one)
        let last = isTogether ? other : model.closing(model.visits[pair.second], at: other)
        state.narrow(second, early: other, late: last)
        return refresh(first) && refresh(second)
    }

    private func start(of visit: Int32) -> Int32 {
        state.nodes[Int(visit)].earliestDeparture - model.visits[Int(visit)].service
    }

    private func isServed(_ pair: VisitPair) -> Bool {
        state.nodes[pair.first].route >= 0 && state.nodes[pair.second].route >= 0
    }

    private func refresh(_ visit: Int32) -> Bool {
        state.refresh(Int(state.nodes[Int(visit)].route))
    }

    /// Takes out what is left of pairs of which one visit is absent, until there is no such pair.
    private func dropHalves() {
        while let half = model.problem.pairs.first(where: { isHalf($0) }) { drop(half) }
    }

    private func isHalf(_ pair: VisitPair) -> Bool {
        (state.nodes[pair.first].route >= 0) != (state.nodes[pair.second].route >= 0)
    }

    /// Takes a pair out; a route that cannot be driven without it goes too.
    private func drop(_ pair: VisitPair) {
        for visit in [pair.first, pair.second] where state.nodes[visit].route >= 0 {
            let crew = Int(state.nodes[visit].route)
            state.remove(Int32(visit))
            if !state.refresh(crew) { state.dissolve(crew) }
        }
    }
}
