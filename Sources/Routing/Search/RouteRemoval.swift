/// Ruin of a whole route: takes all visits of the crew that serves a visit, so that others may take them over.
///
/// The route removal of Nagata & Bräysy (2009) and of large-neighbourhood search in general (Pisinger & Ropke 2007).
/// Where crews differ, work moves from a crew to another only as a whole: part of a route gains nothing by it.
struct RouteRemoval {
    /// Longer routes are left to strings: there would be too much to insert again.
    private static let longest = 60

    private let state: SearchState

    init(_ state: SearchState) {
        self.state = state
    }

    /// Empties the route of a visit; says no when it has none, or one that is too long or tied to another by a pair.
    func ruin(routeOf visit: Int32, removed: inout [Int32]) -> Bool {
        let crew = Int(state.nodes[Int(visit)].route)
        guard crew >= 0, state.routes[crew].count <= Self.longest,
            !state.tail(behind: state.startNode(crew)).hasPairs
        else { return false }
        removed.removeAll(keepingCapacity: true)
        removed += state.visits(of: crew)
        state.dissolve(crew)
        return true
    }
}
