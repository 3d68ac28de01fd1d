import Archive
import GasService
import Routing

/// A crew of the day as the routing sees it.
struct CrewDuty: Sendable {
    let crew: CrewDay
    /// What it has begun, in order.
    let begun: [BegunJob]
    /// Stops it has in districts that are not planned now.
    let elsewhere: [ElsewhereStop]
    /// Faults that it was given within its hours and has not begun.
    let faults: [FaultStop]
    /// Whether it may take visits, or only finish what it has begun.
    let takesVisits: Bool

    /// Whether it serves every district and stands by for emergencies.
    var isCompanyWide: Bool { crew.district.isCompany }

    /// Whether it serves a district.
    func serves(_ district: DistrictID) -> Bool { isCompanyWide || crew.district == district }

    /// Whether it holds the certificate that inspections ask for.
    var isCertified: Bool { crew.skills.contains("inspection") }

    /// The crews on duty that may make a stop, by their places: the district's own, and the company's for visits that were
    /// announced or agreed, or where the district has no crew of its own on duty.
    ///
    /// The company's crews stand by for emergencies; nobody waits for an unannounced visit, so they are kept free of those.
    static func eligible(for stop: BuildingStop, among crews: [CrewDuty]) -> Set<Int> {
        let onDuty = crews.indices.filter { crews[$0].takesVisits }
        let own = onDuty.filter { crews[$0].crew.district == stop.district }
        let isUnannounced = stop.reason == .overdue || stop.reason == .pulledAhead
        if isUnannounced, own.contains(where: { crews[$0].isCertified }) { return Set(own) }
        return Set(onDuty.filter { crews[$0].serves(stop.district) })
    }

    /// The crews of a day that go out for some districts.
    ///
    /// On days that are no workdays (`Settings.isWorkday`) districts' crews are off and the company's round-the-clock crews
    /// work, besides those that were given hours of their own for the day.
    static func all(in snapshot: DaySnapshot) -> [CrewDuty] {
        let districts = Set(snapshot.heads.map(\.district))
        let begun = Dictionary(grouping: snapshot.begun, by: \.crew)
        let elsewhere = Dictionary(grouping: snapshot.elsewhere, by: \.crew)
        let faults = Dictionary(grouping: snapshot.faults, by: \.crew)
        return snapshot.crews.compactMap { crew in
            guard crew.district.isCompany || districts.contains(crew.district) else { return nil }
            let settings = snapshot.settings(of: crew.district)
            let isOff = !settings.isWorkday(snapshot.clock.date) && !crew.hasOwnHours && !crew.district.isCompany
            let isOver = snapshot.now.map { $0 >= snapshot.clock.seconds(atMinute: crew.shift.upperBound) } ?? false
            let own = begun[crew.crew] ?? []
            // Beyond its ordinary hours a crew has a fault from its standby: the schema carries it from version to version.
            let hours =
                snapshot.clock.seconds(
                    atMinute: crew.shift.lowerBound)...snapshot.clock.seconds(atMinute: crew.shift.upperBound)
            let given = (faults[crew.crew] ?? []).filter {
                hours.contains(snapshot.clock.seconds(at: $0.arrival))
                    && hours.contains(snapshot.clock.seconds(at: $0.departure))
            }
            let takesVisits = !crew.isAbsent && !isOff && !isOver
            guard takesVisits || !own.isEmpty || !given.isEmpty else { return nil }
            return CrewDuty(
                crew: crew, begun: own, elsewhere: elsewhere[crew.crew] ?? [], faults: given,
                takesVisits: takesVisits)
        }
    }

    /// The shift in seconds of the day; a crew that has begun nothing starts no earlier than now.
    func shift(_ clock: DayClock, now: Int?) -> TimeWindow {
        let start = clock.seconds(atMinute: crew.shift.lowerBound)
        let end = clock.seconds(atMinute: crew.shift.upperBound)
        guard begun.isEmpty, let now else { return TimeWindow(earliestSeconds: start, latestSeconds: end) }
        return TimeWindow(earliestSeconds: min(max(start, now), end), latestSeconds: end)
    }

    /// The break: in the hours that the settings give where the shift covers them, else between the second and the sixth
    /// hour of a shift of six hours or more; none when its time is over.
    func breaks(_ clock: DayClock, _ settings: Settings, now: Int?) -> [CrewBreak] {
        let minutes = settings[.breakMinutes]
        guard minutes > 0 else { return [] }
        var from = settings[.breakFrom].minutes
        var until = settings[.breakUntil].minutes
        if from < crew.shift.lowerBound || until > crew.shift.upperBound {
            guard crew.shift.count >= 360 else { return [] }
            from = crew.shift.lowerBound + 120
            until = min(crew.shift.lowerBound + 360, crew.shift.upperBound)
        }
        guard until - from >= minutes else { return [] }
        let earliest = clock.seconds(atMinute: from)
        let latest = clock.seconds(atMinute: until) - minutes * 60
        if let now, latest < now { return [] }
        return [
            CrewBreak(
                window: TimeWindow(earliestSeconds: earliest, latestSeconds: latest), durationSeconds: minutes * 60)
        ]
    }
}
