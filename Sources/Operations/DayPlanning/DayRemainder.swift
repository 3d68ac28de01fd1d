import Archive
import GasService

/// Whom a day's drafts leave out, district by district: who is owed a visit and why nobody makes it, and how many keep a
/// later day, stay overdue or wait for the office.
struct DayRemainder {
    private var unassigned: [DistrictID: [DaySummary.Unassigned]] = [:]
    private var forTheirDay: [DistrictID: Int] = [:]
    private var overdue: [DistrictID: Int] = [:]
    private var awaiting: [DistrictID: Int] = [:]

    /// Sorts out what became of all who might have been visited.
    ///
    /// - Parameters:
    ///   - solution: the routes, and the stops that are in none.
    ///   - left: candidates for whom there were no hours, so that nobody tried.
    ///   - kept: candidates who may not be visited on the day.
    ///   - crews: who is on duty.
    ///   - snapshot: the day as it was read.
    init(
        of solution: DaySolver.Solution, left: [DayCandidate], kept: [StopForming.Kept], crews: [CrewDuty],
        in snapshot: DaySnapshot
    ) {
        let date = snapshot.clock.date
        for candidate in left {
            count(1, isOverdue: candidate.reason(on: date) == .overdue, in: candidate.district)
        }
        for one in solution.unassigned where [.pulledAhead, .overdue].contains(one.stop.reason) {
            count(one.stop.candidates.count, isOverdue: one.stop.reason == .overdue, in: one.stop.district)
        }
        for finding in UnassignedFindings(solution, crews: crews, in: snapshot).all() {
            let stop = finding.stop
            unassigned[stop.district, default: []] += stop.candidates.map {
                .init($0, stop.reason, finding.cause, finding.remedy)
            }
            if stop.reason == .overdue { overdue[stop.district, default: 0] -= stop.candidates.count }
        }
        for one in kept {
            guard let cause = UnassignedCause(one.verdict) else { continue }
            if cause.awaitsOffice { awaiting[one.candidate.district, default: 0] += 1 }
            // Only those whose turn it was need an explanation: their campaign is today.
            if one.candidate.campaignDate.map({ $0 <= date }) ?? false {
                unassigned[one.candidate.district, default: []].append(.init(one.candidate, .revisit, cause))
            }
        }
    }

    private mutating func count(_ households: Int, isOverdue: Bool, in district: DistrictID) {
        if isOverdue {
            overdue[district, default: 0] += households
        } else {
            forTheirDay[district, default: 0] += households
        }
    }

    /// What is to be said about a district's draft.
    ///
    /// - Parameters:
    ///   - district: the district.
    ///   - routes: the routes of its draft.
    ///   - request: what was asked for.
    ///   - iterations: how far the search went, all parts together.
    /// - Returns: the summary, households in the order of their accounts.
    func summary(
        of district: DistrictID, _ routes: [DraftDay.Route], _ request: DayPlanRequest, iterations: Int
    ) -> DaySummary {
        let (iterations, seconds): (Int?, Double?) =
            switch request.effort {
            case .standard: (iterations, nil)
            case .seconds(let seconds): (nil, seconds)
            }
        return DaySummary(
            seed: request.seed, iterations: iterations, seconds: seconds, visits: Self.visits(routes),
            leftForTheirDay: forTheirDay[district] ?? 0, overdueLeft: overdue[district] ?? 0,
            awaitingOffice: awaiting[district] ?? 0,
            unassigned: (unassigned[district] ?? []).sorted { $0.accountNo < $1.accountNo })
    }

    private static func visits(_ routes: [DraftDay.Route]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for case .proposed(_, let reason) in routes.flatMap(\.stops).flatMap(\.jobs) {
            counts[reason.rawValue, default: 0] += 1
        }
        return counts
    }
}

extension DaySummary.Unassigned {
    fileprivate init(
        _ candidate: DayCandidate, _ reason: VisitReason, _ cause: UnassignedCause, _ remedy: UnassignedRemedy? = nil
    ) {
        self.init(
            accountNo: candidate.account, reason: reason, cause: cause, remedy: remedy, deadline: candidate.deadline)
    }
}
