import Archive
import GasService
import PostgresClient

/// A day as it runs, as far as it concerns the crews that may take a fault.
struct LiveDay: Sendable {
    /// A crew with its stops.
    struct Duty: Sendable {
        let crew: CrewDay
        /// When it works, in seconds of the day; standby included.
        let shift: ClosedRange<Int>
        /// Seconds from a call until it is on the road: nothing on shift, what the standby says otherwise.
        let responseSeconds: Int
        let departsAt: Instant?
        let breaks: [DraftDay.Break]
        let stops: [LiveStop]
    }

    let clock: DayClock
    /// The moment, in seconds after the day's midnight.
    let now: Int
    /// The version that crews see, by district; none when a district has no published day.
    let versions: [DistrictID: Int32]
    let settings: Settings
    let duties: [Duty]

    /// Reads the day for the crews that serve the fault's district, hold its certificates and can still come.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) static func read(
        _ date: CalendarDate, for fault: FaultRecord, onCall standby: [CrewID: CrewStandby], at now: Instant,
        zone: UtilityTimeZone,
        by connection: PostgresConnection
    ) async throws -> LiveDay {
        let clock = DayClock(date: date, zone: zone)
        let settings = Settings(
            stored: try await StoredSetting.all(on: connection), district: fault.id.district, on: date)
        let needed = try await FaultSkills.needed(for: fault.severity, by: connection)
        var duties: [CrewID: (CrewDay, ClosedRange<Int>, Int)] = [:]
        for crew in try await CrewDay.all(on: date, by: connection) {
            guard crew.district.isCompany || crew.district == fault.id.district, !crew.isAbsent,
                needed.isSubset(of: crew.skills),
                let hours = hours(of: crew, standby[crew.crew], clock, settings, now: clock.seconds(at: now))
            else { continue }
            duties[crew.crew] = (crew, hours.shift, hours.response)
        }
        let heads = try await DayHead.all(on: date, by: connection)
        let only = duties.count == 1 ? duties.keys.first : nil
        let rows = duties.isEmpty ? [] : try await DayRouteRow.all(on: date, crew: only, by: connection)
        let stops = LiveStop.all(
            rows.filter { duties[$0.crew] != nil },
            begun: duties.isEmpty
                ? [] : try await BegunJob.all(in: heads.map(\.district), on: date, by: connection),
            promises: try await FaultPromise.standing(on: date, by: connection))
        let routes = Dictionary(rows.map { ($0.crew, $0) }, uniquingKeysWith: { first, _ in first })
        return LiveDay(
            clock: clock, now: clock.seconds(at: now),
            versions: Dictionary(
                uniqueKeysWithValues: heads.compactMap { head in head.publishedVersion.map { (head.district, $0) } }),
            settings: settings,
            duties: duties.values.sorted { $0.0.crew < $1.0.crew }.map { crew, shift, response in
                Duty(
                    crew: crew, shift: shift, responseSeconds: response, departsAt: routes[crew.crew]?.departsAt,
                    breaks: routes[crew.crew]?.breaks ?? [], stops: stops[crew.crew] ?? [])
            })
    }

    /// When a crew works: its shift, unless it is off that day, with the standby that runs now; nil when it is over.
    private static func hours(
        of crew: CrewDay, _ standby: CrewStandby?, _ clock: DayClock, _ settings: Settings, now: Int
    ) -> (shift: ClosedRange<Int>, response: Int)? {
        let isOff = !settings.isWorkday(clock.date) && !crew.hasOwnHours && !crew.district.isCompany
        let begins = clock.seconds(atMinute: crew.shift.lowerBound)
        let ends = clock.seconds(atMinute: crew.shift.upperBound)
        if !isOff, begins <= now, now < ends { return (begins...ends, 0) }
        guard let standby else { return !isOff && now < begins ? (begins...ends, 0) : nil }
        let until = clock.seconds(at: standby.until)
        return (now...max(now, isOff ? until : max(until, now < begins ? ends : until)), standby.minutes * 60)
    }
}
