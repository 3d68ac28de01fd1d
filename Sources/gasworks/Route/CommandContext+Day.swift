import Archive
import GasService
import Operations
import Presentation

extension CommandContext {
    /// Answers with a day: crews line by line, then whom nobody visits and why.
    func answer(_ overview: DayOverview, zone: UtilityTimeZone) throws {
        let rows = overview.routes.map { CrewDayAnswer($0) }
        guard format == .table else {
            return try answer(rows, json: try DayAnswer(overview), as: CrewDayAnswer.listing(in: zone))
        }
        try say(
            .planned(
                date: overview.date, crews: rows.count, stops: rows.reduce(0) { $0 + $1.stops },
                jobs: rows.reduce(0) { $0 + $1.jobs }))
        try answer(rows, json: JSONValue.null, as: CrewDayAnswer.listing(in: zone))
        let unassigned = overview.plans.flatMap { plan in
            (plan.summary?.unassigned ?? []).map { UnassignedRow(district: plan.district, unassigned: $0) }
        }
        if !unassigned.isEmpty {
            try say(.notPlanned(unassigned.count))
            let rows = Array(unassigned.prefix(20))
            try answer(rows, json: JSONValue.null, as: UnassignedRow.listing(in: zone))
            if unassigned.count > 20 { try say(.andMore(unassigned.count - 20)) }
            let skipped = unassigned.count { $0.unassigned.cause == .notExamined }
            if skipped > 0 { try say(.notExamined(skipped)) }
        }
        let summaries = overview.plans.compactMap(\.summary)
        let left = Phrase.leftOut(
            forTheirDay: summaries.reduce(0) { $0 + $1.leftForTheirDay },
            overdue: summaries.reduce(0) { $0 + $1.overdueLeft },
            awaiting: summaries.reduce(0) { $0 + $1.awaitingOffice })
        if !left.en.isEmpty { try say(left) }
        if overview.plans.contains(where: { $0.state == "draft" }) { try say(.draftHint) }
    }
}
