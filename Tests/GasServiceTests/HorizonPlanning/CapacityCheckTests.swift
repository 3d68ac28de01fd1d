import GasService
import Testing

@Suite("The capacity check")
struct CapacityCheckTests {
    private func randomCase(_ random: inout SeededRandom) -> (work: [WorkInterval], capacity: [Int64]) {
        let days = 1 + random.below(9)
        let capacity = (0..<days).map { _ in Int64(random.below(4) == 0 ? 0 : random.below(12)) }
        let work = (0..<random.below(9)).map { _ in
            let first = random.below(days)
            return WorkInterval(
                first: first, last: first + random.below(days - first), work: Int64(1 + random.below(9)))
        }
        return (work, capacity)
    }

    private func most(_ work: [WorkInterval], _ capacity: [Int64]) -> Int64 {
        Int64(
            MaximumFlow.most(
                work: work.map { ($0.first, $0.last, Int($0.work)) }, capacity: capacity.map { Int($0) }))
    }

    @Test("agrees with maximum flow on feasibility and on the least extra capacity, 4,000 random cases")
    func agreesWithMaximumFlow() {
        var random = SeededRandom(seed: 20_261_124)
        var short = 0
        for round in 0..<4_000 {
            let (work, capacity) = randomCase(&random)
            let total = work.reduce(0) { $0 + $1.work }
            let check = CapacityCheck(work: work, capacity: capacity)
            #expect(check.missing == total - most(work, capacity), "case \(round)")
            #expect(check.isFeasible == (check.missing == 0), "case \(round)")
            short += check.isFeasible ? 0 : 1
        }
        #expect(short > 400 && short < 3_600, "both answers are well represented: \(short)")
    }

    @Test("names an interval whose own work really exceeds its capacity")
    func intervalIsProof() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2_000 {
            let (work, capacity) = randomCase(&random)
            guard let tight = CapacityCheck(work: work, capacity: capacity).tightest else { continue }
            let within = work.filter { $0.first >= tight.first && $0.last <= tight.last }
            #expect(within.reduce(0) { $0 + $1.work } == tight.work)
            #expect(capacity[tight.first...tight.last].reduce(0, +) == tight.capacity)
            #expect(tight.work > tight.capacity)
        }
    }

    @Test("asks for extra capacity that mends the plan, and one unit less does not")
    func extraMends() {
        var random = SeededRandom(seed: 99)
        for _ in 0..<2_000 {
            let (work, capacity) = randomCase(&random)
            let check = CapacityCheck(work: work, capacity: capacity)
            guard !check.isFeasible else { continue }
            var mended = zip(capacity, check.extra).map { $0 + $1 }
            #expect(CapacityCheck(work: work, capacity: mended).isFeasible)
            if let day = check.extra.firstIndex(where: { $0 > 0 }) { mended[day] -= 1 }
            #expect(!CapacityCheck(work: work, capacity: mended).isFeasible)
        }
    }

    @Test("gives the least even utilisation: the work fits into that share of capacity and not into less")
    func leastUtilisation() {
        let work = [WorkInterval(first: 0, last: 1, work: 30), WorkInterval(first: 1, last: 3, work: 90)]
        let check = CapacityCheck(work: work, capacity: [100, 100, 0, 100])
        #expect(check.leastUtilisation == 0.45)
        #expect(CapacityCheck(work: work, capacity: [45, 45, 0, 45]).isFeasible)
        #expect(!CapacityCheck(work: work, capacity: [44, 44, 0, 44]).isFeasible)
    }
}
