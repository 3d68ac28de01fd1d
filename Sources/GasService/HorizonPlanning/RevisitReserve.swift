/// How many days before deadlines a plan can keep for revisits, and the capacity its guarantees may build on.
///
/// The wanted reserve is tried first, then half of it and so on; a plan that cannot afford any keeps none. Guarantees
/// build on the capacity less the largest visit, so that whole visits always fill what was promised, unless even without
/// a reserve that does not fit.
struct RevisitReserve {
    let days: Int
    let promised: [Int64]

    static func choose(_ households: HouseholdSlots, capacity: [Int64], wanted: Int) -> RevisitReserve {
        let largest = Int64(households.slots.map(\.work).max() ?? 1)
        let careful = capacity.map { max(0, $0 - (largest - 1)) }
        var days = wanted
        while true {
            let work = guaranteed(households, days: capacity.count, reserve: Int32(days))
            if CapacityCheck(work: work, capacity: careful).isFeasible {
                return RevisitReserve(days: days, promised: careful)
            }
            if days == 0 { return RevisitReserve(days: 0, promised: capacity) }
            days /= 2
        }
    }

    /// Sets each slot's own deadline of the plan.
    func apply(to households: inout HouseholdSlots) {
        for slot in households.slots.indices {
            let one = households.slots[slot]
            households.slots[slot].due = Self.due(one, reserve: Int32(days))
        }
    }

    private static func due(_ one: HouseholdSlots.Slot, reserve: Int32) -> Int32 {
        max(min(one.opens, one.deadline), one.deadline - reserve)
    }

    private static func guaranteed(_ households: HouseholdSlots, days: Int, reserve: Int32) -> [WorkInterval] {
        var work: [WorkInterval] = []
        work.reserveCapacity(households.slots.count)
        for one in households.slots where one.state == .pending {
            var cycle = one
            cycle.due = due(one, reserve: reserve)
            while Int(cycle.due) < days {
                work.append(
                    WorkInterval(first: Int(max(0, cycle.opens)), last: Int(cycle.due), work: Int64(cycle.work)))
                if households.endsHorizon(cycle, countedFrom: cycle.deadline, days: days, reserve: reserve) { break }
                cycle = households.following(cycle, on: cycle.deadline, reserve: reserve)
            }
        }
        return work
    }
}
