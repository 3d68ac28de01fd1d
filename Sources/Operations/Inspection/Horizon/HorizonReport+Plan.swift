import Archive
import GasService

extension HorizonReport {
    /// Sums up a plan.
    init(_ plan: HorizonPlan, of horizon: DistrictHorizon) {
        let basis = horizon.basis
        let (first, revisit) = basis.rates(of: horizon.district.district)
        let forecast = CoverageForecast(
            of: plan, unplanned: plan.unplanned.count, dueBy: basis.span.upperBound, first: first, revisit: revisit)
        let obligations = horizon.problem.obligations
        let today = Int32(basis.today.dayNumber)
        let overdue = obligations.filter { $0.deadline < today }.count
        let overdueDays = plan.visits.lazy
            .filter { $0.cycle == 0 && obligations[Int($0.obligation)].deadline < today }.map(\.day)
        let overduePlanned = overdueDays.count
        district = horizon.district.district
        version = nil
        from = basis.span.lowerBound
        until = basis.span.upperBound
        households = obligations.count
        due = forecast.due
        visits = plan.visits.count
        frozenVisits = plan.visits.filter(\.isFrozen).count
        campaigns = plan.campaigns.filter { $0.round == 1 }.count
        revisitRounds = plan.campaigns.count - campaigns
        days = plan.loads.filter { $0.seconds > 0 }.count
        capacityHours = hours(plan.loads.reduce(0) { $0 + $1.capacitySeconds })
        plannedHours = hours(plan.loads.reduce(0) { $0 + $1.seconds })
        meanLoad = plan.statistics.meanUtilisation
        peakWeekLoad = plan.statistics.peakWeek
        leastPossiblePeak = plan.statistics.leastPossiblePeak.isFinite ? plan.statistics.leastPossiblePeak : nil
        householdsPerCampaign = plan.statistics.householdsPerCampaign
        anniversaryKept = plan.statistics.anniversaryKept
        self.overdue = overdue
        self.overduePlanned = overduePlanned
        overdueClearedOn =
            overduePlanned == overdue ? overdueDays.max().flatMap { CalendarDate(dayNumber: Int($0)) } : nil
        firstPlannableDay = plan.firstPlannableDay
        dueBeforeFirstDay = plan.lost.count { obligations[$0].deadline >= today }
        late = plan.late
        unplanned = plan.unplanned.count
        switch plan.verdict {
        case .feasible: (verdict, shortage) = (.feasible, nil)
        case .infeasible(let proof): (verdict, shortage) = (.infeasible, Shortage(proof))
        case .hoursSuffice: (verdict, shortage) = (.hoursSuffice, nil)
        }
        self.forecast = ForecastReport(forecast)
    }
}
