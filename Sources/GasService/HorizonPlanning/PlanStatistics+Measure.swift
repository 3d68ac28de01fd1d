extension PlanStatistics {
    /// Measures a plan.
    init(
        problem: HorizonProblem, visits: [PlannedVisit], placement: RevisitPlacement, leastPossiblePeak: Double,
        reserve: RevisitReserve
    ) {
        self.leastPossiblePeak = leastPossiblePeak
        fullReserveFrom = reserve.fullAfterDays.map { problem.from.adding(days: $0) }
        unplacedRevisitSeconds = placement.unplacedSeconds
        let first = placement.campaigns.filter { $0.round == 1 }
        if !first.isEmpty {
            householdsPerCampaign = Double(visits.count) / Double(first.count)
            campaignsPerBuilding = Double(first.count) / Double(Set(first.map(\.building)).count)
        }
        measureTimeliness(problem: problem, visits: visits)
        measureLoad(placement.loads)
    }

    private mutating func measureTimeliness(problem: HorizonProblem, visits: [PlannedVisit]) {
        var kept = 0
        var lead = 0
        var onTime = 0
        for visit in visits where !visit.isLate {
            onTime += 1
            lead += Int(visit.deadline - visit.day)
            let early = Int(problem.obligations[Int(visit.obligation)].earlyMonths)
            guard early > 0, Int(visit.deadline - visit.day) <= early * 31 else { continue }
            let deadline = CalendarDate(clamping: Int(visit.deadline))
            if Int(visit.day) >= deadline.adding(months: -early).dayNumber { kept += 1 }
        }
        if !visits.isEmpty { anniversaryKept = Double(kept) / Double(visits.count) }
        if onTime > 0 { meanLeadDays = Double(lead) / Double(onTime) }
    }

    private mutating func measureLoad(_ loads: [DayLoad]) {
        var total: (used: Int64, capacity: Int64) = (0, 0)
        var week: (used: Int64, capacity: Int64) = (0, 0)
        for (index, load) in loads.enumerated() {
            week.used += load.seconds
            week.capacity += load.capacitySeconds
            total.used += load.seconds
            total.capacity += load.capacitySeconds
            if index % 7 == 6 {
                if week.capacity > 0 { peakWeek = max(peakWeek, Double(week.used) / Double(week.capacity)) }
                week = (0, 0)
            }
        }
        if total.capacity > 0 { meanUtilisation = Double(total.used) / Double(total.capacity) }
    }
}
