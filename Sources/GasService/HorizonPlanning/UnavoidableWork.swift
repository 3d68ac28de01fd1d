/// The work that every plan must do within the horizon, each piece with the widest window any plan could give it.
///
/// Open obligations have the windows they have. The cycle that follows one is due its cycle after the deadline at the
/// latest (when the visit keeps the anniversary) and cannot open before its window would if the visit came on the first
/// day possible. Widest windows make the answer "short" a proof; the answer "enough" is proven by the plan itself.
/// Overdue households are left out: their deadline is lost already, and they must not hide who else becomes late.
struct UnavoidableWork {
    private(set) var intervals: [WorkInterval] = []

    init(_ households: HouseholdSlots, days: Int) {
        intervals.reserveCapacity(households.slots.count)
        for one in households.slots where one.state == .pending {
            var cycle = one
            while Int(cycle.deadline) < days {
                intervals.append(
                    WorkInterval(first: Int(max(0, cycle.opens)), last: Int(cycle.deadline), work: Int64(cycle.work)))
                if households.endsHorizon(cycle, countedFrom: cycle.deadline, days: days, reserve: .none) { break }
                let earliest = max(0, cycle.opens)
                let soonest = households.adding(
                    months: Int(cycle.cycleMonths) - Int(cycle.windowMonths), to: earliest)
                cycle = households.following(cycle, on: cycle.deadline, reserve: .none)
                cycle.opens = min(max(earliest + 1, soonest - 3), cycle.deadline)
            }
        }
    }
}
