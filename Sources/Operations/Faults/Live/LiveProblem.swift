import Archive
import GasService
import Routing

/// A running day as `LiveInsertion` takes it, with the way back from its numbers.
///
/// One cost unit is a tenth of a second of a crew's time, a metre costs one unit: the prices of the day plan.
struct LiveProblem: Sendable {
    let day: LiveDay
    let fault: FaultRecord
    let crews: [Crew]
    /// The stops in the order of the visits; the fault comes after them.
    let stops: [LiveStop]
    let visits: [Visit]
    let plan: RoutingPlan
    /// The places: depots, stops, the fault.
    let places: [Coordinate]

    private static let unitsPerSecond = 10
    /// What it costs to take a routine visit off the day: an hour of a crew for each household.
    private static let prizeOfVisit = 36_000
    /// A promise that is broken by a second costs as much as ten seconds of a crew.
    private static let unitsPerSecondLate = 100

    init(_ day: LiveDay, _ fault: FaultRecord) {
        self.day = day
        self.fault = fault
        let clock = day.clock
        var places = day.duties.map { Coordinate(latitude: $0.crew.latitude, longitude: $0.crew.longitude) }
        var stops: [LiveStop] = []
        var visits: [Visit] = []
        var routes: [PlannedRoute] = []
        for (index, duty) in day.duties.enumerated() {
            var planned: [PlannedStop] = []
            for stop in duty.stops {
                let span = Self.span(of: stop, clock, now: day.now)
                planned.append(
                    PlannedStop(
                        visit: visits.count, arrivalSeconds: span.start, startSeconds: span.start,
                        endSeconds: span.end, departureSeconds: span.end, isCommitted: stop.startedAt != nil))
                visits.append(
                    Visit(
                        location: places.count, serviceSeconds: max(0, span.end - span.start),
                        windows: Self.windows(of: stop, start: span.start, day),
                        demand: stop.isPromised
                            ? .mandatory : .optional(prize: Self.prizeOfVisit * max(1, stop.jobs.count)),
                        pinnedCrew: index))
                places.append(Coordinate(latitude: stop.latitude, longitude: stop.longitude))
                stops.append(stop)
            }
            let departs = duty.departsAt.map { clock.seconds(at: $0) } ?? duty.shift.lowerBound
            routes.append(
                PlannedRoute(
                    crew: index, onDutySeconds: duty.shift.lowerBound, departureSeconds: departs, stops: planned,
                    breaks: duty.breaks.enumerated().map { number, rest in
                        PlannedBreak(
                            number: number, startSeconds: clock.seconds(at: rest.startsAt),
                            endSeconds: clock.seconds(at: rest.endsAt), location: index)
                    },
                    finishSeconds: planned.last?.departureSeconds ?? departs, metres: 0, travelSeconds: 0))
        }
        places.append(Coordinate(latitude: fault.latitude, longitude: fault.longitude))
        crews = day.duties.enumerated().map { index, duty in
            // Whoever is called from home needs a while before the road.
            let earliest = duty.responseSeconds > 0 ? day.now + duty.responseSeconds : duty.shift.lowerBound
            return Crew(
                startLocation: index,
                shift: TimeWindow(
                    earliestSeconds: min(earliest, duty.shift.upperBound), latestSeconds: duty.shift.upperBound),
                breaks: duty.breaks.map { rest in
                    let start = clock.seconds(at: rest.startsAt)
                    return CrewBreak(
                        window: TimeWindow(earliestSeconds: start - 3600, latestSeconds: start + 3600),
                        durationSeconds: clock.seconds(at: rest.endsAt) - start)
                },
                costPerMetre: 1, costPerSecond: Self.unitsPerSecond)
        }
        self.stops = stops
        self.visits = visits
        self.places = places
        plan = RoutingPlan(routes: routes, unassigned: [], cost: CostBreakdown())
    }

    /// The options to send a crew, best first.
    ///
    /// - Parameters:
    ///   - due: when somebody has to be there.
    ///   - mayBreakPromises: whether customers who wait for a time may wait longer, at a price, and crews work longer.
    /// - Returns: the ways, at most one for each crew.
    /// - Throws: `RoutingProblemError` when the parts contradict each other, which is a fault of the program.
    func options(due: Instant?, mayBreakPromises: Bool) throws -> [InsertionOption] {
        guard !crews.isEmpty else { return [] }
        let travel = StraightLineTravel(
            detourFactor: day.settings[.detourFactor], metresPerSecond: day.settings[.speed] / 3.6)
        let places = self.places
        var crews = self.crews
        if mayBreakPromises {
            for index in crews.indices { crews[index].shift.latestSeconds += day.settings[.overtimeMinutes] * 60 }
        }
        let insertion = LiveInsertion(crews: crews, visits: visits, plan: plan) { wanted throws(RoutingProblemError) in
            try travel.matrixNow(for: wanted.map { places[$0] })
        }
        let isEmergency = fault.severity == .emergency
        // A promise at the last minute is one that is broken: the second half of the time there is costs already.
        let wished = due.map { day.now + (day.clock.seconds(at: $0) - day.now) / 2 }
        return try insertion.options(
            inserting: Visit(
                location: places.count - 1, serviceSeconds: day.settings[.faultVisitMinutes] * 60,
                releaseSeconds: day.now, dueSeconds: wished, lateCostPerSecond: wished == nil ? 0 : Self.unitsPerSecond),
            now: day.now, ranking: isEmergency ? .earliestArrival : .leastCost,
            // A fault goes before routine work; what giving way costs is weighed against waiting.
            displacement: .freely,
            missedWindowCostPerSecond: mayBreakPromises ? Self.unitsPerSecondLate : nil)
    }

    /// When the crew is at a stop: by the facts where there are some, as planned otherwise.
    private static func span(of stop: LiveStop, _ clock: DayClock, now: Int) -> (start: Int, end: Int) {
        let planned = clock.seconds(at: stop.arrival)
        let length = max(0, clock.seconds(at: stop.departure) - planned)
        guard let began = stop.startedAt.map({ clock.seconds(at: $0) }) else { return (planned, planned + length) }
        if let closed = stop.closedAt { return (began, max(began, clock.seconds(at: closed))) }
        return (began, max(began + length, now))
    }

    /// When service at a stop may begin: at the agreed hours, by the promised time, or while people are visited.
    private static func windows(of stop: LiveStop, start: Int, _ day: LiveDay) -> [TimeWindow] {
        if let agreed = stop.agreed {
            return [
                TimeWindow(
                    earliestSeconds: min(start, day.clock.seconds(at: agreed.from)),
                    latestSeconds: max(start, day.clock.seconds(at: agreed.until)))
            ]
        }
        if let promised = stop.promisedAt {
            return [TimeWindow(earliestSeconds: start, latestSeconds: max(start, day.clock.seconds(at: promised)))]
        }
        let until = day.clock.seconds(atMinute: day.settings[.visitUntil].minutes)
        return [TimeWindow(earliestSeconds: start, latestSeconds: max(start, until))]
    }
}
