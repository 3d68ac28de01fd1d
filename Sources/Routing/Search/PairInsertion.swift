/// Inserts the two visits of a pair together.
///
/// The pair agrees on a time: both begin at it, or the first has begun by one instant and the second begins after it.
/// With that each visit has an ordinary, narrower window, and all the rest of the search need not know of pairs.
struct PairInsertion {
    /// How many places are considered for each of the two.
    private static let placeLimit = 24
    /// How many combinations are tried exactly.
    private static let trialLimit = 40

    private let state: SearchState
    private let model: SearchModel
    private let insertion: BestInsertion

    init(_ state: SearchState, _ insertion: BestInsertion) {
        self.state = state
        model = state.model
        self.insertion = insertion
    }

    /// Inserts a visit and its partner, both absent, if there are places that cost less than leaving them out.
    func insert(_ visit: Int32) {
        let partner = model.visits[Int(visit)].partner
        switch model.visits[Int(visit)].pairRole {
        case .none: break
        case .simultaneous: insertTogether(visit, partner)
        case .before(let gap): insertInOrder(visit, partner, gap: gap)
        case .after(let gap): insertInOrder(partner, visit, gap: gap)
        }
    }

    private func penalty(_ first: Int32, _ second: Int32) -> Int {
        model.visits[Int(first)].penalty + model.visits[Int(second)].penalty
    }

    // MARK: At the same time

    private func insertTogether(_ first: Int32, _ second: Int32) {
        let ones = PairPlaces(state, first).cheapest(Self.placeLimit)
        let others = PairPlaces(state, second).cheapest(Self.placeLimit)
        var meetings: [Meeting] = []
        for one in ones {
            for other in others where one.crew != other.crew && one.delta + other.delta < penalty(first, second) {
                guard
                    let instant = model.commonStart(
                        model.visits[Int(first)], model.visits[Int(second)], from: max(one.lowest, other.lowest)),
                    instant <= min(one.highest, other.highest)
                else { continue }
                meetings.append(Meeting(one: one, other: other, instant: instant))
            }
        }
        meetings.sort { $0.one.delta + $0.other.delta < $1.one.delta + $1.other.delta }
        for meeting in meetings.prefix(Self.trialLimit) where settle(meeting, first, second) { return }
        state.widen(first)
        state.widen(second)
    }

    private func settle(_ meeting: Meeting, _ first: Int32, _ second: Int32) -> Bool {
        state.narrow(first, early: meeting.instant, late: meeting.instant)
        state.narrow(second, early: meeting.instant, late: meeting.instant)
        let sum = [(first, meeting.one), (second, meeting.other)].reduce(Int?.some(0)) { sum, part in
            guard let sum else { return nil }
            let (visit, place) = part
            let delta =
                state.routes[place.crew].kind == .plain ? place.delta : state.exactDelta(of: visit, after: place.after)
            return delta.map { $0 + sum }
        }
        guard let sum, sum < penalty(first, second) else { return false }
        place(first, after: meeting.one.after)
        place(second, after: meeting.other.after)
        return true
    }

    // MARK: One after the other

    private func insertInOrder(_ first: Int32, _ second: Int32, gap: Int32) {
        var best: (place: PairPlace, latest: Int32, total: Int)?
        for place in PairPlaces(state, first).cheapest(8) {
            // Settle for the first to begin as early as it can, or leave it half of what room there is.
            let room = model.visits[Int(second)].latest - gap - model.visits[Int(first)].service
            let half = place.lowest + max(0, min(place.highest, room) - place.lowest) / 2
            for latest in Set([place.lowest, half]).sorted() {
                guard let total = tryInOrder(first, second, gap: gap, place: place, latest: latest, keeps: false),
                    total < best?.total ?? penalty(first, second)
                else { continue }
                best = (place, latest, total)
            }
        }
        guard let best else { return }
        _ = tryInOrder(first, second, gap: gap, place: best.place, latest: best.latest, keeps: true)
    }

    /// What it costs to insert the first at a place, to begin by `latest`, and the second where it then costs least.
    ///
    /// Takes both out again unless told to keep them.
    private func tryInOrder(
        _ first: Int32, _ second: Int32, gap: Int32, place: PairPlace, latest: Int32, keeps: Bool
    ) -> Int? {
        let before = state.cost
        let data = model.visits[Int(first)]
        let last = model.previousStart(data, latest)
        guard last >= place.lowest else { return nil }
        // One window only: between two of them service may not begin.
        state.narrow(first, early: max(place.lowest, model.opening(data, at: last)), late: last)
        guard state.routes[place.crew].kind == .plain || state.exactDelta(of: first, after: place.after) != nil else {
            state.widen(first)
            return nil
        }
        self.place(first, after: place.after)
        defer {
            if !keeps || state.nodes[Int(second)].route < 0 { takeOut(first, second) }
        }
        for window in windows(of: second, from: last + data.service + gap) {
            state.narrow(second, early: window.earliest, late: window.latest)
            let spot = insertion.find(second, below: model.visits[Int(second)].penalty)
            guard spot.after >= 0 else { continue }
            self.place(second, after: spot.after)
            return state.cost - before + penalty(first, second)
        }
        state.widen(second)
        return nil
    }

    private func windows(of visit: Int32, from instant: Int32) -> [WindowRecord] {
        let data = model.visits[Int(visit)]
        return (data.firstWindow..<data.firstWindow + data.windowCount).compactMap { index in
            var window = model.windows[Int(index)]
            window.earliest = max(window.earliest, instant)
            return window.earliest <= window.latest ? window : nil
        }
    }

    private func place(_ visit: Int32, after node: Int32) {
        let crew = Int(state.nodes[Int(node)].route)
        state.insert(visit, after: node)
        state.refresh(crew)
    }

    private func takeOut(_ first: Int32, _ second: Int32) {
        for visit in [second, first] where state.nodes[Int(visit)].route >= 0 {
            let crew = Int(state.nodes[Int(visit)].route)
            state.remove(visit)
            state.refresh(crew)
        }
    }
}

/// Two places and an instant that suits both.
private struct Meeting {
    var one: PairPlace
    var other: PairPlace
    var instant: Int32
}
