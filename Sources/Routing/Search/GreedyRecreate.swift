/// Recreate by greedy insertion with blinks: absent visits, one after the other, each where it costs least.
///
/// Christiaens & Vanden Berghe (2020), §5.2 and, for time windows, §6: the order of insertion is drawn anew each time.
struct GreedyRecreate {
    /// Orders of insertion and their weights.
    private enum Order: CaseIterable {
        case random
        case heaviestFirst
        case farthestFirst
        case nearestFirst
        case narrowestFirst
        case earliestFirst
        case latestFirst
        case dearestFirst

        func weight(_ model: SearchModel) -> Int {
            switch self {
            case .random, .heaviestFirst: 4
            case .farthestFirst, .narrowestFirst, .earliestFirst, .latestFirst: 2
            case .nearestFirst: 1
            case .dearestFirst: model.hasOptionalVisits ? 8 : 0
            }
        }
    }

    private let state: SearchState
    private let model: SearchModel
    private let insertion: BestInsertion
    private let pairs: PairInsertion
    private let orders: [Order]

    init(_ state: SearchState, blinks: Blinks) {
        self.state = state
        model = state.model
        insertion = BestInsertion(state, blinks: blinks)
        pairs = PairInsertion(state, insertion)
        orders = Order.allCases.flatMap { [model] order in
            Array(repeating: order, count: order.weight(model))
        }
    }

    /// Inserts visits, each where it costs least.
    ///
    /// - Parameters:
    ///   - visits: What to insert; reordered.
    ///   - isEager: Whether to insert optional visits at a loss too, and to open routes whatever their fixed cost.
    ///     The first visit of a new route never pays by itself; only with its neighbours it may, and whether it did
    ///     is for the annealing to say.
    ///   - approachShare: For the first route that is opened, the share of the way to and from its first visit that
    ///     counts. Alone that visit hardly ever justifies the way; those that join it may.
    ///   - random: The source of random numbers.
    func recreate(
        _ visits: inout [Int32], isEager: Bool, approachShare: Double = 1, random: inout RandomSource
    ) {
        sort(&visits, by: orders[random.below(orders.count)], &random)
        var share = approachShare
        for visit in visits where state.nodes[Int(visit)].route < 0 {
            if model.visits[Int(visit)].partner >= 0 {
                pairs.insert(visit)
            } else {
                if insert(visit, isEager: isEager, approachShare: share) { share = 1 }
            }
        }
    }

    /// Inserts a visit where it costs least; says whether that took an idle crew.
    private func insert(_ visit: Int32, isEager: Bool, approachShare: Double) -> Bool {
        let limit = isEager ? Int.max : model.visits[Int(visit)].penalty
        let place = insertion.find(
            visit, below: limit, overlookingFixedCosts: isEager, approachShare: approachShare)
        guard place.after >= 0 else { return false }
        let isOpening = state.routes[Int(state.nodes[Int(place.after)].route)].count == 0
        state.place(visit, at: place)
        return isOpening
    }

    private func sort(_ visits: inout [Int32], by order: Order, _ random: inout RandomSource) {
        visits.shuffle(using: &random)
        guard order != .random else { return }
        // The shuffle decides among equals: the standard library's sort is stable.
        let keyed = visits.map { (key: key(of: $0, order), visit: $0) }.sorted { $0.key < $1.key }
        for index in visits.indices { visits[index] = keyed[index].visit }
    }

    private func key(of visit: Int32, _ order: Order) -> Int {
        let data = model.visits[Int(visit)]
        switch order {
        case .random: return 0
        case .heaviestFirst: return -Int(data.load)
        case .farthestFirst: return -Int(model.depotDistance[Int(visit)])
        case .nearestFirst: return Int(model.depotDistance[Int(visit)])
        case .narrowestFirst: return Int(data.latest) - Int(data.earliest)
        case .earliestFirst: return Int(data.earliest)
        case .latestFirst: return -Int(data.latest)
        case .dearestFirst: return -data.penalty
        }
    }
}
