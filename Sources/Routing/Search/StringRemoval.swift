/// Ruin by adjacent string removal: takes strings of consecutive visits out of routes that lie near each other.
///
/// Christiaens & Vanden Berghe (2020), *Slack Induction by String Removals for Vehicle Routing Problems*,
/// Transportation Science 54(2), §5.1, with their parameters: strings of at most ten, half of them split around visits
/// that stay; but fourteen visits on average instead of ten, which was better in ten seconds on a thousand visits.
struct StringRemoval {
    private static let averageRemoved = 14.0
    static let longestString = 10.0
    private static let splitProbability = 0.5
    private static let splitDepth = 0.01

    private let state: SearchState
    private let model: SearchModel

    init(_ state: SearchState) {
        self.state = state
        model = state.model
    }

    /// Ruins routes around a visit and brings the remains up to date; the visits taken out are then absent.
    ///
    /// - Parameters:
    ///   - seed: The visit around which to ruin; it may be absent itself.
    ///   - removed: Overwritten with the visits taken out.
    ///   - random: The source of random numbers.
    func ruin(around seed: Int32, removed: inout [Int32], random: inout RandomSource) {
        removed.removeAll(keepingCapacity: true)
        var ruined: [Int] = []
        let (limit, strings) = extent(&random)
        let adjacent = model.neighbours.adjacent(to: seed)
        for index in -1..<model.neighbours.adjacentCount {
            guard ruined.count < strings else { break }
            let visit = index < 0 ? seed : adjacent[index]
            let crew = Int(state.nodes[Int(visit)].route)
            guard crew >= 0, !ruined.contains(crew) else { continue }
            let count = Int(state.routes[crew].count)
            let length = 1 + random.below(max(1, Int(min(Double(count), limit))))
            ruined.append(crew)
            if length < count, length > 1, random.unit() < Self.splitProbability {
                removeSplitString(through: visit, length: length, of: crew, into: &removed, &random)
            } else {
                removeString(through: visit, length: length, of: crew, into: &removed, &random)
            }
        }
        removePartners(&removed, &ruined)
        // The list grows while it is worked off: dissolving a route may take partners out of others.
        var next = 0
        while next < ruined.count {
            if !state.refresh(ruined[next]) {
                removed += Array(state.visits(of: ruined[next]))
                state.dissolve(ruined[next])
                removePartners(&removed, &ruined)
            }
            next += 1
        }
    }

    /// The longest string and the number of strings of this ruin: equations 5 to 7 of the paper.
    private func extent(_ random: inout RandomSource) -> (limit: Double, strings: Int) {
        let limit = min(Self.longestString, max(1, state.averageCount))
        let most = 4 * Self.averageRemoved / (1 + limit) - 1
        return (limit, 1 + Int(random.unit() * most))
    }

    private func removeString(
        through visit: Int32, length: Int, of crew: Int, into removed: inout [Int32], _ random: inout RandomSource
    ) {
        var node = first(through: visit, length: length, of: crew, &random)
        for _ in 0..<length {
            let next = state.nodes[Int(node)].next
            take(node, &removed)
            node = next
        }
    }

    /// Removes a longer string but keeps a run of visits inside it.
    private func removeSplitString(
        through visit: Int32, length: Int, of crew: Int, into removed: inout [Int32], _ random: inout RandomSource
    ) {
        let count = Int(state.routes[crew].count)
        var kept = 1
        while length + kept < count, random.unit() < Self.splitDepth { kept += 1 }
        kept = min(kept, count - length)
        var node = first(through: visit, length: length + kept, of: crew, &random)
        let keptFrom = random.below(length + 1)
        for place in 0..<length + kept {
            let next = state.nodes[Int(node)].next
            if place < keptFrom || place >= keptFrom + kept { take(node, &removed) }
            node = next
        }
    }

    /// The first visit of a random string of a length that contains a visit.
    private func first(through visit: Int32, length: Int, of crew: Int, _ random: inout RandomSource) -> Int32 {
        let count = Int(state.routes[crew].count)
        let rank = rank(of: visit)
        let lowest = max(0, rank - length + 1)
        let highest = min(rank, count - length)
        var node = visit
        for _ in 0..<rank - (lowest + random.below(highest - lowest + 1)) { node = state.nodes[Int(node)].previous }
        return node
    }

    /// How many visits come before one in its route.
    private func rank(of visit: Int32) -> Int {
        var rank = 0
        var node = state.nodes[Int(visit)].previous
        while node < model.visitCount {
            rank += 1
            node = state.nodes[Int(node)].previous
        }
        return rank
    }

    private func take(_ visit: Int32, _ removed: inout [Int32]) {
        state.remove(visit)
        removed.append(visit)
    }

    /// A pair is ruined whole: its agreed time falls with either visit.
    private func removePartners(_ removed: inout [Int32], _ ruined: inout [Int]) {
        guard model.hasPairs else { return }
        for visit in removed {
            let partner = model.visits[Int(visit)].partner
            guard partner >= 0 else { continue }
            let crew = Int(state.nodes[Int(partner)].route)
            guard crew >= 0 else { continue }
            take(partner, &removed)
            ruined.append(crew)
        }
    }
}
