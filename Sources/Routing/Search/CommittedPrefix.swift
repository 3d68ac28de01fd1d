/// The part of a crew's route that no plan may move, with its instants settled.
///
/// Instants that are not known are as early as possible; the crew goes on duty as late as its first stop allows.
struct CommittedPrefix {
    private(set) var stops: [PlannedStop] = []
    /// Where the free part of the route begins.
    private(set) var location: Int
    /// When the crew may leave from there.
    private(set) var readySeconds: Int
    private(set) var onDutySeconds: Int
    private(set) var load = 0
    private(set) var metres = 0
    private(set) var travelSeconds = 0
    private(set) var busySeconds = 0
    private(set) var latenessCost = 0
    private(set) var preferenceCost = 0

    var isEmpty: Bool { stops.isEmpty }

    init(crew index: Int, problem: RoutingProblem) {
        let crew = problem.crews[index]
        location = crew.startLocation
        readySeconds = crew.shift.earliestSeconds
        onDutySeconds = crew.shift.earliestSeconds
        for stop in crew.committed {
            append(stop, crew: index, problem: problem)
        }
    }

    private mutating func append(_ stop: CommittedStop, crew index: Int, problem: RoutingProblem) {
        let visit = problem.visits[stop.visit]
        let drive = problem.travel.seconds(from: location, to: visit.location)
        // Where there is no way, time stands still at the end of all instants, so that sums stay in range.
        let arrival = min(readySeconds + drive, RoutingProblem.instantRange.upperBound)
        let start = stop.startSeconds ?? Self.earliestStart(of: visit, from: arrival)
        let end = start + visit.serviceSeconds
        let departure = stop.departureSeconds ?? end
        if stops.isEmpty { onDutySeconds = min(max(onDutySeconds, start - drive), start) }
        // What is known wins over what the road would say: a crew that is there has arrived.
        let shownArrival = stops.isEmpty ? min(start, onDutySeconds + drive) : min(start, arrival)
        stops.append(
            PlannedStop(
                visit: stop.visit, arrivalSeconds: shownArrival, startSeconds: start,
                endSeconds: min(end, max(start, departure)), departureSeconds: max(start, departure),
                isCommitted: true))
        metres += problem.travel.metres(from: location, to: visit.location)
        travelSeconds += drive
        busySeconds += drive + visit.serviceSeconds
        load += visit.load
        if let due = visit.dueSeconds { latenessCost += max(0, start - due) * visit.lateCostPerSecond }
        preferenceCost += visit.crewCosts[index] ?? 0
        location = visit.location
        readySeconds = min(max(start, departure), RoutingProblem.instantRange.upperBound)
    }

    /// The first instant in one of the visit's windows, or the arrival itself when all have passed.
    private static func earliestStart(of visit: Visit, from arrival: Int) -> Int {
        for window in VisitTable.usableWindows(of: visit) where arrival <= Int(window.latest) {
            return max(arrival, Int(window.earliest))
        }
        return arrival
    }
}
