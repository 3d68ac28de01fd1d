/// How often each mandatory visit was left out so far, so that those that are hard to place come first.
///
/// When crews are too few, all plans miss a visit and look alike: cost says nothing about which visit it is better to
/// miss. A plan that misses visits that were missed less often before is nearer to one that misses none. Christiaens &
/// Vanden Berghe (2020), §5.4, fleet minimisation by the sum of absences.
struct AbsenceLedger {
    /// Mandatory visits that a plan misses, and how often they were missed before, all together.
    struct Weight {
        var missing = 0
        var sum = 0
    }

    private let isMandatory: [Bool]
    private let hasMandatory: Bool
    private var counts: [Int]

    init(_ problem: RoutingProblem) {
        isMandatory = problem.visits.map(\.isMandatory)
        hasMandatory = isMandatory.contains(true)
        counts = Array(repeating: 0, count: isMandatory.count)
    }

    /// Weighs what a state misses.
    func weigh(_ absent: AbsentVisits) -> Weight {
        var weight = Weight()
        guard hasMandatory else { return weight }
        for index in 0..<absent.count where isMandatory[Int(absent[index])] {
            weight.missing += 1
            weight.sum += counts[Int(absent[index])]
        }
        return weight
    }

    /// Counts what a state misses once more.
    mutating func note(_ absent: AbsentVisits) {
        for index in 0..<absent.count where isMandatory[Int(absent[index])] { counts[Int(absent[index])] += 1 }
    }
}
