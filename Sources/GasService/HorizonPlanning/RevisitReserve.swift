/// How long before deadlines a plan finishes first visits, so that revisits still come on time.
///
/// The wanted days are kept before every deadline that lies far enough ahead. Deadlines near the start cannot be moved
/// forward into the past: for them the reserve grows with their distance from the first free day, by a share of it (all of
/// it, a half, a quarter, …, nothing), the largest share that still fits exactly and raises the
/// least possible peak by no more than a tenth. Guarantees build on the capacity less
/// the largest visit, so that whole visits always fill what was promised; where that does not fit, on as much as does.
struct RevisitReserve {
    /// Days kept before deadlines that are far enough ahead.
    let days: Int32
    /// Share of the distance from `firstFree` by which a nearer deadline is moved forward.
    let growth: Double
    /// The first day that is not frozen.
    let firstFree: Int32

    /// No reserve: the plan's own deadlines are the true ones.
    static let none = RevisitReserve(days: 0, growth: 0, firstFree: 0)

    /// The plan's own deadline of a slot: its deadline less the reserve, but not before its window opens.
    func due(_ slot: HouseholdSlots.Slot) -> Int32 {
        let distance = Double(max(0, slot.deadline - firstFree))
        let wanted = min(days, Int32(distance * growth))
        return max(min(slot.opens, slot.deadline), slot.deadline - wanted)
    }

    /// The largest reserve for which the work fits into promised capacity, and that promise per day.
    static func choose(
        _ households: HouseholdSlots, capacity: [Int64], wanted: Int, firstFree: Int
    ) -> (reserve: RevisitReserve, promised: [Int64]) {
        let plain = none.guaranteedWork(households, days: capacity.count)
        var careful = capacity
        var base: CapacityCheck?
        for margin in margins(households) where base == nil {
            careful = capacity.map { max(0, $0 - margin) }
            let check = CapacityCheck(work: plain, capacity: careful)
            if check.isFeasible { base = check }
        }
        guard let base else { return (none, capacity) }
        for growth in [1, 0.5, 0.25, 0.125, 0.0625, 0.03125] where wanted > 0 {
            let reserve = RevisitReserve(days: Int32(wanted), growth: growth, firstFree: Int32(firstFree))
            let work = reserve.guaranteedWork(households, days: capacity.count)
            let check = CapacityCheck(work: work, capacity: careful)
            if check.isFeasible && check.leastUtilisation <= 1.1 * base.leastUtilisation { return (reserve, careful) }
        }
        return (none, careful)
    }

    /// What whole visits may leave unused of a day: at worst the largest less a second, usually less than the smallest.
    private static func margins(_ households: HouseholdSlots) -> [Int64] {
        let smallest = Int64(households.slots.map(\.work).min() ?? 1)
        let largest = Int64(households.slots.map(\.work).max() ?? 1)
        return [largest - 1, (smallest + largest) / 2, smallest - 1, 0]
    }

    /// Days from the first on after which deadlines have the whole reserve; nil when none has one.
    var fullAfterDays: Int? {
        growth > 0 && days > 0 ? Int(firstFree) + Int((Double(days) / growth).rounded(.up)) : nil
    }

    /// The work to guarantee, each cycle done at its deadline so that the anniversary is kept.
    private func guaranteedWork(_ households: HouseholdSlots, days: Int) -> [WorkInterval] {
        var work: [WorkInterval] = []
        work.reserveCapacity(households.slots.count)
        for one in households.slots where one.state == .pending {
            var cycle = one
            cycle.due = due(one)
            while Int(cycle.due) < days {
                work.append(
                    WorkInterval(first: Int(max(0, cycle.opens)), last: Int(cycle.due), work: Int64(cycle.work)))
                if households.endsHorizon(cycle, countedFrom: cycle.deadline, days: days, reserve: self) { break }
                cycle = households.following(cycle, on: cycle.deadline, reserve: self)
            }
        }
        return work
    }
}
