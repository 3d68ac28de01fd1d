import GasService

extension HorizonReport {
    /// The plans of several districts as one: sums, loads by their hours, the worst verdict, the latest day.
    ///
    /// The district is the company's; the version and the proof are left out. Nil for no report.
    package static func total(of reports: [HorizonReport]) -> HorizonReport? {
        guard let first = reports.first else { return nil }
        let sum = { (figure: KeyPath<HorizonReport, Int>) in reports.reduce(0) { $0 + $1[keyPath: figure] } }
        let hours = { (figure: KeyPath<HorizonReport, Double>) in reports.reduce(0) { $0 + $1[keyPath: figure] } }
        let capacity = hours(\.capacityHours)
        let cleared = reports.filter { $0.overdue > 0 }
        let verdicts = reports.map(\.verdict)
        let visits = sum(\.visits)
        let share = { (figure: KeyPath<HorizonReport, Double>) in
            visits == 0 ? 0 : reports.reduce(0) { $0 + $1[keyPath: figure] * Double($1.visits) } / Double(visits)
        }
        let campaigns = sum(\.campaigns)
        var total = HorizonReport(
            district: .company, version: nil, from: first.from, until: first.until, households: sum(\.households),
            due: sum(\.due), visits: visits, frozenVisits: sum(\.frozenVisits), campaigns: campaigns,
            revisitRounds: sum(\.revisitRounds), days: reports.map(\.days).max() ?? 0, capacityHours: capacity,
            plannedHours: hours(\.plannedHours), meanLoad: capacity > 0 ? hours(\.plannedHours) / capacity : 0,
            peakWeekLoad: reports.map(\.peakWeekLoad).max() ?? 0,
            leastPossiblePeak: reports.contains { $0.leastPossiblePeak == nil }
                ? nil : reports.compactMap(\.leastPossiblePeak).max(),
            householdsPerCampaign: campaigns > 0 ? Double(visits) / Double(campaigns) : 0,
            anniversaryKept: share(\.anniversaryKept), overdue: sum(\.overdue), overduePlanned: sum(\.overduePlanned),
            overdueClearedOn: cleared.allSatisfy { $0.overdueClearedOn != nil }
                ? cleared.compactMap(\.overdueClearedOn).max() : nil,
            firstPlannableDay: reports.map(\.firstPlannableDay).max() ?? first.firstPlannableDay,
            dueBeforeFirstDay: sum(\.dueBeforeFirstDay), late: sum(\.late), unplanned: sum(\.unplanned),
            verdict: verdicts.contains(.infeasible)
                ? .infeasible : verdicts.contains(.hoursSuffice) ? .hoursSuffice : .feasible,
            shortage: nil, forecast: ForecastReport(sumOf: reports.map(\.forecast)))
        total.replaced = sum(\.replaced)
        return total
    }
}
