/// Exchanges the ends of two routes, behind one visit each, where that is cheaper.
///
/// Known as 2-opt*: Potvin & Rousseau (1995), *An Exchange Heuristic for Routeing Problems with Time Windows*. With
/// V₁ behind U in one route and V₂ behind W in another, the gain is d(U, V₁) + d(W, V₂) − d(U, V₂) − d(W, V₁). Ruin by
/// strings of ten cannot exchange ends of thirty; this does, in long routes.
struct SwapTails {
    /// How many visits that could follow, and how many that could precede, are tried.
    private static let width = 12

    private let state: SearchState
    private let model: SearchModel
    private let nodes: UnsafeMutablePointer<Node>

    init(_ state: SearchState) {
        self.state = state
        model = state.model
        nodes = state.nodes
    }

    /// Improves the routes around some visits until no exchange there helps.
    func improve(around visits: [Int32]) {
        for visit in visits where nodes[Int(visit)].route >= 0 {
            var gains = true
            while gains { gains = improve(around: visit) }
        }
    }

    private func improve(around visit: Int32) -> Bool {
        let route = nodes[Int(visit)].route
        for other in model.neighbours.successors(of: visit).prefix(Self.width) {
            let there = nodes[Int(other)]
            guard there.route >= 0, there.route != route else { continue }
            if trySwap(behind: visit, there.previous) { return true }
        }
        let previous = nodes[Int(visit)].previous
        for other in model.neighbours.predecessors(of: visit).prefix(Self.width) {
            let there = nodes[Int(other)]
            guard there.route >= 0, there.route != route else { continue }
            if trySwap(behind: other, previous) { return true }
        }
        return false
    }

    private func trySwap(behind first: Int32, _ second: Int32) -> Bool {
        let one = nodes[Int(first)]
        let other = nodes[Int(second)]
        let side = model.locationCount
        let onward = Int(one.location) * side + Int(other.nextLocation)
        let back = Int(other.location) * side + Int(one.nextLocation)
        let detour = model.metres[onward] &+ model.metres[back] &- one.metresToNext &- other.metresToNext
        guard detour < 0,
            one.earliestDeparture &+ model.seconds[onward] <= nodes[Int(other.next)].latestArrival,
            other.earliestDeparture &+ model.seconds[back] <= nodes[Int(one.next)].latestArrival
        else { return false }
        return swap(first, second)
    }

    /// Exchanges the ends if both routes keep all rules and the sum of their costs falls.
    private func swap(_ first: Int32, _ second: Int32) -> Bool {
        let one = Int(nodes[Int(first)].route)
        let other = Int(nodes[Int(second)].route)
        guard fits(behind: first, ofRoute: one, second, other), fits(behind: second, ofRoute: other, first, one) else {
            return false
        }
        let before = state.routes[one].cost + state.routes[other].cost
        state.exchangeTails(behind: first, second)
        if state.refresh(one), state.refresh(other), state.routes[one].cost + state.routes[other].cost < before {
            return true
        }
        state.exchangeTails(behind: first, second)
        state.refresh(one)
        state.refresh(other)
        return false
    }

    /// Whether a crew can carry, and may serve, the other's end instead of its own.
    private func fits(behind node: Int32, ofRoute crew: Int, _ otherNode: Int32, _ otherCrew: Int) -> Bool {
        let route = state.routes[crew]
        let own = state.tail(behind: node)
        let gained = state.tail(behind: otherNode)
        guard route.loadLeft + own.load >= gained.load, route.visitsLeft + own.count >= gained.count,
            !gained.hasPairs
        else { return false }
        guard route.classIndex != state.routes[otherCrew].classIndex else { return true }
        var visit = nodes[Int(otherNode)].next
        while visit < model.visitCount {
            guard model.eligible[Int(visit) * model.classCount + Int(route.classIndex)] else { return false }
            visit = nodes[Int(visit)].next
        }
        return true
    }
}
