package import Archive
package import GasService
import PostgresClient

/// Why a household is visited on a day, when and by whom; or why not.
package struct VisitExplanation: Sendable {
    /// The job; nil when there is none on the day.
    package let job: JobID?
    package let account: AccountNumber
    package let date: CalendarDate
    /// What asks for the visit.
    package let reason: VisitReason?
    /// What keeps it out of the plan, proven when it was planned.
    package let cause: UnassignedCause?
    /// The least change that would let it in, proven likewise.
    package let remedy: UnassignedRemedy?
    package let deadline: CalendarDate?
    /// The day for which the horizon plan has it, if that is near.
    package let campaignDate: CalendarDate?
    /// Attempts in the open cycle.
    package let attempts: Int
    package let agreed: DayCandidate.AgreedSpan?
    /// Its place in a crew's route.
    package let place: Place?

    /// A place in a crew's route.
    package struct Place: Sendable {
        package let crew: CrewID
        package let sequence: Int
        package let arrival: Instant
        /// Minutes between leaving the stop before and arriving; nil for the first.
        package let minutesSinceStopBefore: Int?
        /// Minutes between leaving and arriving at the stop after; nil for the last.
        package let minutesToStopAfter: Int?
    }
}

/// Explains a day's plan.
package enum ExplainDay {
    /// Explains a job.
    ///
    /// - Throws: `GasworksError.unknownJob`; `jobOfAnotherCrew` for a crew.
    nonisolated(nonsending) package static func job(
        _ job: JobID, in database: GasworksDatabase
    ) async throws -> VisitExplanation {
        let sheet = try await database.read { try await JobSheet.read(job, by: $0) }
        guard let account = sheet.account else { throw GasworksError.unknownJob(job.text) }
        return try await explain(account, district: job.district, on: sheet.date, sheet: sheet, in: database)
    }

    /// Explains what a day's latest plan does with a household.
    ///
    /// - Throws: `GasworksError.unknownAccount`; `nothingPlanned`.
    nonisolated(nonsending) package static func household(
        _ account: AccountNumber, on date: CalendarDate, in database: GasworksDatabase
    ) async throws -> VisitExplanation {
        let (district, job) = try await database.read { connection in
            let district = try await HouseholdLookup(on: connection).district(of: account)
            let number = try await connection.queryOptional(
                """
                SELECT job_no FROM job
                WHERE district_id = \(district) AND account_no = \(account) AND plan_date = \(date) AND state <> 'withdrawn'
                ORDER BY job_no DESC LIMIT 1
                """,
                as: (Int64.self))
            return (district, number.flatMap { JobID(district: district, number: $0) })
        }
        if let job { return try await self.job(job, in: database) }
        return try await explain(account, district: district, on: date, sheet: nil, in: database)
    }

    nonisolated(nonsending) private static func explain(
        _ account: AccountNumber, district: DistrictID, on date: CalendarDate, sheet: JobSheet?,
        in database: GasworksDatabase
    ) async throws -> VisitExplanation {
        let zone = database.installation.timeZone
        let (candidate, plan, rows) = try await database.snapshot { connection in
            let candidates = try await CandidateQuery(
                districts: [district], date: date, carriedFrom: date.adding(days: -60),
                aheadUntil: date.adding(days: 60),
                overdueLimit: 1_000_000, zone: zone
            ).candidates(on: connection)
            let plans = try await StoredDayPlan.all(on: date, in: district, draft: true, by: connection)
            var rows: [DayRouteRow] = []
            if let crew = sheet?.crew, sheet?.version != nil {
                rows = try await DayRouteRow.all(
                    on: date, crew: crew, draft: sheet?.state == "proposed", by: connection)
            }
            return (candidates.first { $0.account == account }, plans.first, rows)
        }
        if sheet == nil, plan == nil { throw GasworksError.nothingPlanned(date: date, district: district) }
        let left = plan?.summary?.unassigned.first { $0.accountNo == account }
        let place = sheet.flatMap { self.place(of: $0.job, in: CrewDayRoute(rows)) }
        return VisitExplanation(
            job: sheet?.job, account: account, date: date,
            reason: sheet?.reason ?? left?.reason ?? candidate?.reason(on: date),
            cause: place == nil ? left?.cause : nil, remedy: place == nil ? left?.remedy : nil,
            deadline: sheet?.deadline ?? candidate?.deadline,
            campaignDate: candidate?.campaignDate,
            attempts: sheet.map { Int($0.attempts) } ?? candidate?.attempts.count ?? 0,
            agreed: sheet?.agreed ?? candidate?.appointment, place: place)
    }

    private static func place(of job: JobID, in route: CrewDayRoute?) -> VisitExplanation.Place? {
        guard let route, let index = route.stops.firstIndex(where: { $0.jobs.contains { $0.job == job } }) else {
            return nil
        }
        let stop = route.stops[index]
        func minutes(_ from: Instant, _ until: Instant) -> Int {
            Int((until.secondsSince1970 - from.secondsSince1970 + 30) / 60)
        }
        return VisitExplanation.Place(
            crew: route.crew, sequence: stop.sequence, arrival: stop.place.arrival,
            minutesSinceStopBefore: index == 0
                ? nil : minutes(route.stops[index - 1].place.departure, stop.place.arrival),
            minutesToStopAfter: index + 1 == route.stops.count
                ? nil : minutes(stop.place.departure, route.stops[index + 1].place.arrival))
    }
}
