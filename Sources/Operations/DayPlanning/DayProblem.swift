import Archive
import GasService
import Routing

/// A day's crews and stops as a routing problem, with the way back from its numbers to the trade.
///
/// One cost unit is a tenth of a second of a crew's time; a kilometre costs as much as 100 seconds.
struct DayProblem: Sendable {
    let crews: [CrewDuty]
    let visits: [DayVisit]
    let routing: RoutingProblem

    private static let inspection = SkillSet(skill: 0)
    private static let unitsPerSecond = 10
    private static let unitsPerMetre = 1
    /// A crew that stands by for emergencies is sent out only when that saves half an hour.
    private static let standByCost = 30 * 600
    /// A crew that works in a building already is rather left to finish it.
    private static let finishingBonus = 30 * 600

    /// Builds the problem; nil when nobody goes out or nowhere is to go.
    ///
    /// - Throws: `RoutingProblemError` when the parts contradict each other, which is a fault of the program.
    init?(crews: [CrewDuty], stops: [BuildingStop], in snapshot: DaySnapshot) throws {
        var visits: [DayVisit] = stops.map { .planned($0) }
        var committed: [[Int]] = []
        var held: [(crew: Int, visit: Int)] = []
        for (index, duty) in crews.enumerated() {
            committed.append([])
            for group in Self.groups(of: duty.begun) {
                committed[index].append(visits.count)
                visits.append(.begun(group))
            }
            for stop in duty.elsewhere where duty.begun.isEmpty || duty.takesVisits {
                held.append((index, visits.count))
                visits.append(.elsewhere(stop))
            }
            for stop in duty.faults {
                if Self.isBeingApproached(stop, snapshot) {
                    committed[index].append(visits.count)
                } else {
                    held.append((index, visits.count))
                }
                visits.append(.fault(stop))
            }
        }
        guard !crews.isEmpty, !visits.isEmpty else { return nil }
        self.crews = crews
        self.visits = visits

        let places =
            crews.map { Coordinate(latitude: $0.crew.latitude, longitude: $0.crew.longitude) }
            + visits.map { Coordinate(latitude: $0.latitude, longitude: $0.longitude) }
        let settings = snapshot.companySettings
        let travel = StraightLineTravel(
            detourFactor: settings[.detourFactor], metresPerSecond: settings[.speed] / 3.6)
        let holder = Dictionary(uniqueKeysWithValues: held.map { ($0.visit, $0.crew) })
        let workplace = Self.workplaces(crews)
        let routingVisits = visits.enumerated().map { index, visit in
            Self.visit(visit, at: crews.count + index, crews, holder[index], workplace, snapshot)
        }
        let routingCrews = crews.enumerated().map { index, duty in
            Self.crew(duty, at: index, committed[index].map { Self.committedStop($0, visits[$0], snapshot) }, snapshot)
        }
        routing = try RoutingProblem(
            travel: try travel.matrixNow(for: places), crews: routingCrews,
            visits: routingVisits, balanceWeight: 1)
    }

    /// Begun jobs one after another at the same building make one stop.
    private static func groups(of jobs: [BegunJob]) -> [[BegunJob]] {
        jobs.reduce(into: []) { groups, job in
            if groups.last?.last?.building == job.building, groups.last?.last?.job.district == job.job.district {
                groups[groups.count - 1].append(job)
            } else {
                groups.append([job])
            }
        }
    }

    /// Which crew works in which building.
    private static func workplaces(_ crews: [CrewDuty]) -> [BuildingID: Int] {
        var result: [BuildingID: Int] = [:]
        for (index, duty) in crews.enumerated() {
            for job in duty.begun { result[job.building] = index }
        }
        return result
    }

    private static func crew(
        _ duty: CrewDuty, at index: Int, _ committed: [CommittedStop], _ snapshot: DaySnapshot
    ) -> Crew {
        Crew(
            startLocation: index, shift: duty.shift(snapshot.clock, now: snapshot.now),
            breaks: duty.breaks(
                snapshot.clock, snapshot.settings(of: duty.crew.district), now: snapshot.now),
            skills: duty.isCertified ? inspection : [],
            fixedCost: duty.isCompanyWide ? standByCost : 0,
            costPerMetre: unitsPerMetre, costPerSecond: unitsPerSecond, committed: committed)
    }

    private static func committedStop(_ index: Int, _ visit: DayVisit, _ snapshot: DaySnapshot) -> CommittedStop {
        guard case .begun(let jobs) = visit else { return CommittedStop(visit: index) }
        let span = BegunSpan(jobs, snapshot)
        return CommittedStop(visit: index, startSeconds: span.start, departureSeconds: span.end)
    }

    private static func visit(
        _ visit: DayVisit, at place: Int, _ crews: [CrewDuty], _ holder: Int?, _ workplace: [BuildingID: Int],
        _ snapshot: DaySnapshot
    ) -> Visit {
        switch visit {
        case .begun(let jobs):
            let span = BegunSpan(jobs, snapshot)
            return Visit(location: place, serviceSeconds: span.end - span.start)
        case .elsewhere(let stop):
            return held(from: stop.arrival, until: stop.departure, at: place, by: holder, snapshot.clock)
        case .fault(let stop):
            var visit = held(from: stop.arrival, until: stop.departure, at: place, by: holder, snapshot.clock)
            // Whoever is on the way comes when the way is done.
            if isBeingApproached(stop, snapshot) { visit.windows = [] }
            return visit
        case .planned(let stop):
            let settings = snapshot.settings(of: stop.district)
            let allowed = CrewDuty.eligible(for: stop, among: crews)
            let prize = UrgencyPrize.units(
                for: stop, on: snapshot.clock.date, residentialMinutes: settings[.residentialVisitMinutes],
                otherMinutes: settings[.otherVisitMinutes])
            return Visit(
                location: place, serviceSeconds: stop.minutes * 60,
                windows: StopWindows(stop, settings, snapshot.clock).startWindows,
                releaseSeconds: snapshot.now,
                demand: stop.reason == .appointment ? .mandatory : .optional(prize: prize),
                requiredSkills: inspection, allowedCrews: allowed,
                crewCosts: workplace[stop.building].map { [$0: -finishingBonus] } ?? [:])
        }
    }

    /// Whether a crew is on its way to a fault, or about to leave for it: then it goes there next.
    private static func isBeingApproached(_ stop: FaultStop, _ snapshot: DaySnapshot) -> Bool {
        snapshot.now.map { snapshot.clock.seconds(at: stop.arrival) <= $0 + 1800 } ?? false
    }

    /// A stop that stays where, when and whose it is.
    private static func held(
        from arrival: Instant, until departure: Instant, at place: Int, by crew: Int?, _ clock: DayClock
    ) -> Visit {
        let start = clock.seconds(at: arrival)
        return Visit(
            location: place, serviceSeconds: max(0, clock.seconds(at: departure) - start),
            windows: [TimeWindow(earliestSeconds: start, latestSeconds: start)], pinnedCrew: crew)
    }
}
