/// Plans when each building of a district is inspected over the coming years.
///
/// The planner first decides exactly whether the hours suffice (`CapacityCheck`), then chooses how many days before
/// deadlines it can keep for revisits, fills the days (`CampaignFilling`) and places the revisit rounds. It is
/// deterministic: the same problem gives the same plan. Time O(n log n + days²) for n obligations, plus days³ at worst in
/// a shortage; memory about 200 bytes an obligation.
public struct HorizonPlanner: Sendable {
    private let problem: HorizonProblem

    /// Plans a problem.
    public init(_ problem: HorizonProblem) { self.problem = problem }

    /// Makes the plan.
    public func plan() -> HorizonPlan {
        var households = HouseholdSlots(problem)
        let frozen = placeFrozen(&households)
        markLost(&households)
        let capacity = problem.freeSeconds
        let windows = UnavoidableWork(households, days: problem.dayCount)
        let check = CapacityCheck(work: windows.intervals, capacity: capacity)
        let (reserve, promised) = RevisitReserve.choose(
            households, capacity: capacity, wanted: problem.policy.reserveDays, firstFree: problem.frozenDays)
        for slot in households.slots.indices { households.slots[slot].due = reserve.due(households.slots[slot]) }

        var filling = CampaignFilling(
            households: households, capacity: capacity, promised: promised, reserve: reserve,
            alignment: problem.policy.alignment)
        filling.fill()
        let visits = frozen + filling.visits
        let firstPlannable = Int32(problem.from.dayNumber + problem.firstPlannableDay)
        let late =
            visits.filter { $0.isLate && $0.deadline >= firstPlannable }.count
            + filling.unplanned.filter { $0.deadline >= firstPlannable }.count
        let placement = RevisitPlacement(problem: problem, visits: visits)
        return HorizonPlan(
            verdict: verdict(check, windows: windows, late: late), visits: visits, campaigns: placement.campaigns,
            loads: placement.loads, firstPlannableDay: problem.from.adding(days: problem.firstPlannableDay),
            lost: lost(firstPlannable, frozen), late: late, unplanned: filling.unplanned.map(\.obligation),
            statistics: PlanStatistics(
                problem: problem, visits: visits, placement: placement, leastPossiblePeak: check.leastUtilisation,
                reserve: reserve))
    }

    /// Whether the hours suffice, without planning anything: the exact part of the verdict.
    public func shortage() -> HorizonPlan.Shortage? {
        var households = HouseholdSlots(problem)
        _ = placeFrozen(&households)
        markLost(&households)
        let capacity = problem.freeSeconds
        let windows = UnavoidableWork(households, days: problem.dayCount)
        return shortage(CapacityCheck(work: windows.intervals, capacity: capacity), windows: windows)
    }

    private func verdict(_ check: CapacityCheck, windows: UnavoidableWork, late: Int) -> HorizonPlan.Verdict {
        if let shortage = shortage(check, windows: windows) { return .infeasible(shortage) }
        return late == 0 ? .feasible : .hoursSuffice(late: late)
    }

    private func shortage(_ check: CapacityCheck, windows: UnavoidableWork) -> HorizonPlan.Shortage? {
        guard let tight = check.tightest else { return nil }
        let within = windows.intervals.filter {
            $0.first >= tight.first && min($0.last, problem.dayCount - 1) <= tight.last
        }
        let extra = check.extra.enumerated().compactMap { day, seconds in
            seconds > 0 ? HorizonPlan.ExtraCapacity(date: problem.from.adding(days: day), seconds: seconds) : nil
        }
        return HorizonPlan.Shortage(
            from: problem.from.adding(days: tight.first), until: problem.from.adding(days: tight.last),
            obligations: within.count, neededSeconds: tight.work, capacitySeconds: tight.capacity,
            leastExtraSeconds: check.missing, extraByDay: extra)
    }

    /// The obligations that are due before the first plannable day and have no announced visit in time.
    private func lost(_ firstPlannable: Int32, _ frozen: [PlannedVisit]) -> [Int] {
        let met = Set(frozen.lazy.filter { !$0.isLate }.map { Int($0.obligation) })
        return problem.obligations.indices.filter {
            problem.obligations[$0].deadline < firstPlannable && !met.contains($0)
        }
    }

    private func markLost(_ households: inout HouseholdSlots) {
        let first = Int32(problem.firstPlannableDay)
        for slot in households.slots.indices
        where households.slots[slot].state == .pending && households.slots[slot].deadline < first {
            households.slots[slot].state = .late
        }
    }

    private func placeFrozen(_ households: inout HouseholdSlots) -> [PlannedVisit] {
        guard !problem.frozen.isEmpty else { return [] }
        var slotOf = [Int32](repeating: 0, count: problem.obligations.count)
        for (slot, one) in households.slots.enumerated() { slotOf[Int(one.obligation)] = Int32(slot) }
        var taken: [(slot: Int32, visit: PlannedVisit)] = []
        for visit in problem.frozen where problem.obligations.indices.contains(visit.obligation) {
            let slot = Int(slotOf[visit.obligation])
            let one = households.slots[slot]
            guard one.cycle == 0, one.state == .pending else { continue }
            let day = Int32(visit.date.days(since: problem.from))
            var next = households.following(one, on: day, reserve: .none)
            next.opens = max(next.opens, Int32(problem.frozenDays))
            next.due = max(next.opens, next.deadline)
            if Int(next.due) >= problem.dayCount { next.state = .done }
            households.slots[slot] = next
            taken.append(
                (
                    Int32(slot),
                    PlannedVisit(
                        obligation: one.obligation, cycle: 0, isFrozen: true, day: Int32(visit.date.dayNumber),
                        deadline: problem.obligations[visit.obligation].deadline,
                        building: problem.obligations[visit.obligation].building)
                ))
        }
        return taken.sorted { ($0.visit.day, $0.slot) < ($1.visit.day, $1.slot) }.map(\.visit)
    }
}
