import Routing

/// Draws small problems in which every constraint of the model occurs, each from its seed alone.
struct RandomProblem {
    private var random: SplitMix
    /// Whether rare constraints are drawn as often as common ones.
    private var isFull = false
    private var committed: [Int: [CommittedStop]] = [:]

    static func make(seed: UInt64) throws -> RoutingProblem {
        var draw = RandomProblem(random: SplitMix(state: seed))
        return try draw.problem()
    }

    /// Draws until a problem has every constraint of the model at once.
    static func makeWithEverything(seed: UInt64) throws -> RoutingProblem {
        var draw = RandomProblem(random: SplitMix(state: ~seed), isFull: true)
        while true {
            draw.committed = [:]
            let problem = try draw.problem()
            if problem.hasEverything { return problem }
        }
    }

    private mutating func problem() throws -> RoutingProblem {
        let places = random.in(3...14)
        let crewCount = random.in(isFull ? 3...5 : 1...5)
        let visitCount = random.in(isFull ? 10...16 : 1...16)
        let pairs = self.pairs(visitCount)
        commit(visitCount, crewCount, sparing: Set(pairs.flatMap { [$0.first, $0.second] }))
        return try RoutingProblem(
            travel: matrix(places), crews: (0..<crewCount).map { crew($0, places) },
            visits: (0..<visitCount).map { _ in visit(places, crewCount) }, pairs: pairs,
            balanceWeight: maybe(0.2) ? random.in(1...5) : 0)
    }

    /// Asymmetric, not always obeying the triangle inequality, now and then without a way.
    private mutating func matrix(_ places: Int) throws -> TravelMatrix {
        let isSymmetric = random.chance(0.3)
        var seconds = [Int32](repeating: 0, count: places * places)
        var metres = seconds
        for row in 0..<places {
            for column in 0..<places where row != column {
                let mirrored = column * places + row
                if isSymmetric && column < row {
                    seconds[row * places + column] = seconds[mirrored]
                    metres[row * places + column] = metres[mirrored]
                } else {
                    let isCut = random.chance(0.01)
                    seconds[row * places + column] = isCut ? TravelMatrix.unreachable : Int32(random.in(1...90))
                    metres[row * places + column] = Int32(random.in(1...900))
                }
            }
        }
        return try TravelMatrix(locationCount: places, seconds: seconds, metres: metres)
    }

    /// Draws whether a constraint is there.
    private mutating func maybe(_ probability: Double) -> Bool {
        random.chance(isFull ? max(probability, 0.5) : probability)
    }

    private mutating func crew(_ index: Int, _ places: Int) -> Crew {
        let opens = random.in(0...200)
        let closes = opens + random.in(100...900)
        let span = opens...closes
        var breaks: [CrewBreak] = []
        var earliest = opens
        for _ in 0..<(maybe(0.5) ? random.in(1...3) : 0) {
            earliest += random.in(0...200)
            let window = TimeWindow(earliest...earliest + random.in(0...200))
            breaks.append(CrewBreak(window: window, durationSeconds: random.in(0...60)))
        }
        return Crew(
            startLocation: random.below(places), endLocation: random.below(places), shift: TimeWindow(span),
            breaks: breaks, skills: SkillSet(rawValue: UInt64(random.below(8))),
            maximumVisits: maybe(0.3) ? random.in(0...6) : nil,
            maximumDurationSeconds: maybe(0.3) ? random.in(50...600) : nil,
            capacity: maybe(0.5) ? random.in(0...12) : nil,
            fixedCost: maybe(0.5) ? random.in(0...2000) : 0, costPerMetre: random.in(0...3),
            costPerSecond: maybe(0.4) ? random.in(0...5) : 0, committed: committed[index] ?? [])
    }

    private mutating func visit(_ places: Int, _ crews: Int) -> Visit {
        var windows: [TimeWindow] = []
        for _ in 0..<random.below(4) {
            let opens = random.in(0...900)
            windows.append(TimeWindow(opens...opens + random.in(0...300)))
        }
        return Visit(
            location: random.below(places), serviceSeconds: random.in(0...60), windows: windows,
            releaseSeconds: maybe(0.2) ? random.in(0...500) : nil,
            demand: random.chance(0.6) ? .mandatory : .optional(prize: random.in(0...3000)),
            requiredSkills: maybe(0.4) ? SkillSet(skill: random.below(3)) : [], load: random.in(0...3),
            dueSeconds: maybe(0.3) ? random.in(0...900) : nil,
            lateCostPerSecond: maybe(0.5) ? random.in(0...9) : 0,
            allowedCrews: maybe(0.15) ? [random.below(crews), random.below(crews)] : nil,
            excludedCrews: maybe(0.15) ? [random.below(crews)] : [],
            pinnedCrew: maybe(0.1) ? random.below(crews) : nil,
            crewCosts: maybe(0.2) ? [random.below(crews): random.in(0...400) - 200] : [:])
    }

    private mutating func pairs(_ visits: Int) -> [VisitPair] {
        guard visits > 3, isFull || random.chance(0.5) else { return [] }
        return (0..<random.in(isFull ? 2...2 : 1...2)).map { index in
            VisitPair(
                first: 2 * index, second: 2 * index + 1,
                relation: random.chance(0.5) ? .simultaneous : .precedence(gapSeconds: random.in(0...60)))
        }
    }

    private mutating func commit(_ visits: Int, _ crews: Int, sparing paired: Set<Int>) {
        var open = Array(0..<visits).filter { !paired.contains($0) }
        for crew in 0..<crews where random.chance(0.3) {
            var clock = random.in(0...300)
            var isKnown = true
            for _ in 0..<random.below(3) where !open.isEmpty {
                var stop = CommittedStop(visit: open.remove(at: random.below(open.count)))
                isKnown = isKnown && random.chance(0.7)
                if isKnown {
                    clock += random.in(0...100)
                    stop.startSeconds = clock
                    if random.chance(0.5) {
                        clock += random.in(0...60)
                        stop.departureSeconds = clock
                    }
                }
                committed[crew, default: []].append(stop)
            }
        }
    }
}

extension RoutingProblem {
    /// Whether every constraint and every part of the cost that the model knows occurs.
    fileprivate var hasEverything: Bool {
        let isOfCrews: [(Crew) -> Bool] = [
            { $0.startLocation != $0.endLocation }, { $0.startLocation != crews[0].startLocation },
            { $0.shift != crews[0].shift }, { $0.skills != crews[0].skills }, { !$0.breaks.isEmpty },
            { $0.maximumVisits != nil }, { $0.maximumDurationSeconds != nil }, { $0.capacity != nil },
            { $0.fixedCost > 0 }, { $0.costPerMetre > 0 }, { $0.costPerSecond > 0 }, { !$0.committed.isEmpty },
        ]
        let isOfVisits: [(Visit) -> Bool] = [
            { $0.windows.count > 1 }, { $0.releaseSeconds != nil }, { $0.isMandatory }, { !$0.isMandatory },
            { !$0.requiredSkills.isEmpty }, { $0.load > 0 }, { $0.dueSeconds != nil && $0.lateCostPerSecond > 0 },
            { $0.allowedCrews != nil }, { !$0.excludedCrews.isEmpty }, { $0.pinnedCrew != nil },
            { !$0.crewCosts.isEmpty },
        ]
        return isOfCrews.allSatisfy { crews.contains(where: $0) }
            && isOfVisits.allSatisfy { visits.contains(where: $0) }
            && pairs.contains { $0.relation == .simultaneous } && pairs.contains { $0.relation != .simultaneous }
            && balanceWeight > 0 && isAsymmetric
    }

    private var isAsymmetric: Bool {
        let places = 0..<travel.locationCount
        return places.contains { from in
            places.contains { travel.seconds(from: from, to: $0) != travel.seconds(from: $0, to: from) }
        }
    }
}

/// SplitMix64 (Steele, Lea & Flood 2014): a generator of the tests' own.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
    mutating func `in`(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }
}
