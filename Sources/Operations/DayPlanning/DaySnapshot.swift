import Archive
import Foundation
import GasService
import PostgresClient

/// All that a day's plan is made from, as it was at one moment.
struct DaySnapshot: Sendable {
    let clock: DayClock
    /// The moment, in seconds after the day's midnight; nil before the day has begun.
    let now: Int?
    let heads: [DayHead]
    let settings: [DistrictID: Settings]
    let companySettings: Settings
    let crews: [CrewDay]
    let candidates: [DayCandidate]
    let begun: [BegunJob]
    let elsewhere: [ElsewhereStop]
    let faults: [FaultStop]

    /// Reads the day.
    ///
    /// - Throws: `dayInPast`, `unknownDistrict`, `emptyDatabase` when there is no district yet.
    nonisolated(nonsending) static func read(
        _ request: DayPlanRequest, in database: GasworksDatabase
    ) async throws -> DaySnapshot {
        let zone = database.installation.timeZone
        return try await database.snapshot { connection in
            let (present, today) = try await connection.queryOne(
                "SELECT present(), today()", as: (Instant.self, CalendarDate.self))
            guard request.date >= today else { throw GasworksError.dayInPast(date: request.date, today: today) }
            let all = try await DayHead.all(on: request.date, by: connection)
            guard !all.isEmpty else { throw GasworksError.emptyDatabase }
            let heads = all.filter { request.district == nil || $0.district == request.district }
            guard !heads.isEmpty else { throw GasworksError.unknownDistrict(request.district?.text ?? "") }

            let stored = try await StoredSetting.all(on: connection)
            let districts = heads.map(\.district)
            let settings = Dictionary(
                uniqueKeysWithValues: districts.map {
                    ($0, Settings(stored: stored, district: $0, on: request.date))
                })
            let ahead = settings.values.map { $0[.pullAheadDays] }.max() ?? 0
            let carried = settings.values.map { $0[.carryOverDays] }.max() ?? 0
            let crews = try await CrewDay.all(on: request.date, by: connection)
            let candidates = try await CandidateQuery(
                districts: districts, date: request.date, carriedFrom: request.date.adding(days: -carried),
                aheadUntil: request.date.adding(days: ahead), overdueLimit: 200 * (crews.count + 1), zone: zone
            ).all(on: connection)
            let clock = DayClock(date: request.date, zone: zone)
            return DaySnapshot(
                clock: clock, now: request.date == today ? clock.seconds(at: present) + 1 : nil, heads: heads,
                settings: settings,
                companySettings: Settings(stored: stored, district: .company, on: request.date),
                crews: crews,
                candidates: candidates.filter { Self.mayBeVisited($0, on: request.date, today, settings) },
                begun: try await BegunJob.all(in: districts, on: request.date, by: connection),
                elsewhere: try await ElsewhereStop.all(outside: districts, on: request.date, by: connection),
                faults: try await FaultStop.all(in: districts, on: request.date, by: connection))
        }
    }

    func settings(of district: DistrictID) -> Settings { settings[district] ?? companySettings }

    /// Whether the district's settings let a household be carried along or visited earlier; a day that was announced to
    /// people is not moved any more.
    private static func mayBeVisited(
        _ candidate: DayCandidate, on date: CalendarDate, _ today: CalendarDate, _ settings: [DistrictID: Settings]
    ) -> Bool {
        guard let settings = settings[candidate.district], let planned = candidate.campaignDate,
            candidate.appointment == nil, candidate.attempts.isEmpty
        else { return true }
        if planned <= date { return date.days(since: planned) <= settings[.carryOverDays] }
        return planned.days(since: date) <= settings[.pullAheadDays]
            && planned.days(since: today) > settings[.announceDays]
    }
}
