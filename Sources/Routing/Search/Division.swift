/// Divides a solution's routes among islands, so that all improve one solution side by side.
///
/// Routes are ordered by how far their middle is from a visit drawn at random, and cut into equal parts: neighbours
/// stay together, and each round cuts elsewhere (the idea of POPMUSIC: Taillard & Voss 2002).
struct Division {
    /// For each part the crews that belong to it.
    private(set) var crews: [[Bool]]
    /// For each part the absent visits that belong to it.
    private(set) var absentees: [Set<Int32>]

    init(_ state: SearchState, parts: Int, random: inout RandomSource) {
        let model = state.model
        crews = Array(repeating: Array(repeating: false, count: model.crewCount), count: parts)
        absentees = Array(repeating: [], count: parts)
        let pivot = model.freeVisits[random.below(model.freeVisits.count)]
        let row = Int(model.visits[Int(pivot)].location) * model.locationCount
        func distance(_ visit: Int32) -> Int32 { model.metres[row + Int(model.visits[Int(visit)].location)] }

        var used: [(distance: Int32, crew: Int)] = []
        var idle = 0
        for crew in 0..<model.crewCount {
            let visits = state.visits(of: crew)
            if visits.isEmpty {
                crews[idle % parts][crew] = true
                idle += 1
            } else {
                used.append((distance(visits[visits.count / 2]), crew))
            }
        }
        used.sort { $0 < $1 }
        for (index, route) in used.enumerated() { crews[index * parts / used.count][route.crew] = true }
        for index in 0..<state.absent.count {
            let visit = state.absent[index]
            let rank = used.firstIndex { $0.distance >= distance(visit) } ?? used.count - 1
            absentees[used.isEmpty ? 0 : max(0, rank) * parts / used.count].insert(visit)
        }
    }
}
