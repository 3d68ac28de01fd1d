/// Divides a solution's routes among islands, so that all improve one solution side by side.
///
/// A part grows from the route of a visit drawn at random: the route joins next whose visits have the largest share of
/// their near neighbours in the part already, until the part has its share of the visits. So most of the places where a
/// visit might be inserted lie in its own part, and each round cuts elsewhere (the idea of POPMUSIC: Taillard & Voss
/// 2002; parts by proximity of routes as in Santini et al. 2023, *Decomposition strategies for vehicle routing
/// heuristics*, INFORMS Journal on Computing 35(3)).
struct Division {
    /// For each part the crews that belong to it.
    private(set) var crews: [[Bool]]
    /// For each part the absent visits that belong to it.
    private(set) var absentees: [Set<Int32>]

    private let state: SearchState
    /// Crews with visits that belong to no part yet.
    private var open: [Bool]
    /// For each open crew how many near neighbours its visits have in the part that grows.
    private var links: [Int]

    init(_ state: SearchState, parts: Int, random: inout RandomSource) {
        self.state = state
        let model = state.model
        crews = Array(repeating: Array(repeating: false, count: model.crewCount), count: parts)
        absentees = Array(repeating: [], count: parts)
        open = (0..<model.crewCount).map { state.routes[$0].count > 0 }
        links = Array(repeating: 0, count: model.crewCount)

        let pivot = model.freeVisits[random.below(model.freeVisits.count)]
        var left = model.freeVisits.count - state.absent.count
        for part in 0..<parts - 1 {
            let share = left / (parts - part)
            left -= grow(part, from: pivot, to: share)
        }
        for crew in 0..<model.crewCount where open[crew] { crews[parts - 1][crew] = true }
        var idle = 0
        for crew in 0..<model.crewCount where state.routes[crew].count == 0 {
            crews[idle % parts][crew] = true
            idle += 1
        }
        for index in 0..<state.absent.count {
            let visit = state.absent[index]
            absentees[home(of: visit, random: &random)].insert(visit)
        }
    }

    /// Gives a part routes until it has so many visits; says how many it got.
    private mutating func grow(_ part: Int, from pivot: Int32, to share: Int) -> Int {
        for crew in links.indices { links[crew] = 0 }
        addLinks(of: pivot)
        var size = 0
        while size < share, let crew = nearest() {
            crews[part][crew] = true
            open[crew] = false
            let visits = Array(state.visits(of: crew))
            size += visits.count
            for visit in visits { addLinks(of: visit) }
        }
        return size
    }

    private mutating func addLinks(of visit: Int32) {
        let neighbours = state.model.neighbours
        for list in [neighbours.predecessors(of: visit), neighbours.successors(of: visit)] {
            for other in list {
                let crew = state.nodes[Int(other)].route
                if crew >= 0 { links[Int(crew)] += 1 }
            }
        }
    }

    /// The open crew most of whose neighbours are in the part.
    private func nearest() -> Int? {
        var best: (crew: Int, share: Double)?
        for crew in open.indices where open[crew] {
            let share = Double(links[crew]) / Double(state.routes[crew].count)
            if share > best?.share ?? -1 { best = (crew, share) }
        }
        return best?.crew
    }

    /// The part in which an absent visit's nearest neighbour is served, or any.
    private func home(of visit: Int32, random: inout RandomSource) -> Int {
        let adjacent = state.model.neighbours.adjacent(to: visit)
        for index in 0..<state.model.neighbours.adjacentCount {
            let crew = state.nodes[Int(adjacent[index])].route
            if crew >= 0, let part = crews.firstIndex(where: { $0[Int(crew)] }) { return part }
        }
        return random.below(crews.count)
    }
}
