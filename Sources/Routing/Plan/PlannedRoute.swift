/// One crew's day as planned: where it is when.
public struct PlannedRoute: Hashable, Sendable {
    /// Index of the crew.
    public var crew: Int
    /// When the crew goes on duty at its start: the latest instant that delays nothing; breaks at the start follow it.
    public var onDutySeconds: Int
    /// When it leaves its start location, in seconds.
    public var departureSeconds: Int
    /// Its stops in order, the crew's committed ones first; empty when the crew is not used.
    public var stops: [PlannedStop]
    /// The breaks it takes, in order.
    public var breaks: [PlannedBreak]
    /// When it is back at its end location, in seconds.
    public var finishSeconds: Int
    /// Metres driven.
    public var metres: Int
    /// Seconds driven.
    public var travelSeconds: Int

    /// Makes a route, for instance one that was stored.
    public init(
        crew: Int, onDutySeconds: Int, departureSeconds: Int, stops: [PlannedStop], breaks: [PlannedBreak],
        finishSeconds: Int, metres: Int, travelSeconds: Int
    ) {
        self.crew = crew
        self.onDutySeconds = onDutySeconds
        self.departureSeconds = departureSeconds
        self.stops = stops
        self.breaks = breaks
        self.finishSeconds = finishSeconds
        self.metres = metres
        self.travelSeconds = travelSeconds
    }

    /// Whether the crew leaves its depot at all.
    public var isUsed: Bool {
        !stops.isEmpty
    }

    /// Seconds between going on duty and being back.
    public var durationSeconds: Int {
        finishSeconds - onDutySeconds
    }

    /// The visits in order.
    public var visits: [Int] {
        stops.map(\.visit)
    }
}

/// One stop of a route.
public struct PlannedStop: Hashable, Sendable {
    /// Index of the visit.
    public var visit: Int
    /// When the crew is there, in seconds.
    public var arrivalSeconds: Int
    /// When service begins; the time since arrival is waiting, or a break.
    public var startSeconds: Int
    /// When service ends.
    public var endSeconds: Int
    /// When the crew drives off; the time since the end of service is a break.
    public var departureSeconds: Int
    /// Whether the stop is one of the crew's committed ones.
    public var isCommitted: Bool

    /// Makes a stop.
    public init(
        visit: Int, arrivalSeconds: Int, startSeconds: Int, endSeconds: Int, departureSeconds: Int, isCommitted: Bool
    ) {
        self.visit = visit
        self.arrivalSeconds = arrivalSeconds
        self.startSeconds = startSeconds
        self.endSeconds = endSeconds
        self.departureSeconds = departureSeconds
        self.isCommitted = isCommitted
    }
}

/// A break as planned.
public struct PlannedBreak: Hashable, Sendable {
    /// Index of the break among the crew's breaks.
    public var number: Int
    /// When it begins, in seconds.
    public var startSeconds: Int
    /// When it ends.
    public var endSeconds: Int
    /// Where it is taken: an index into the travel matrix.
    public var location: Int

    /// Makes a break.
    public init(
        number: Int, startSeconds: Int, endSeconds: Int, location: Int
    ) {
        self.number = number
        self.startSeconds = startSeconds
        self.endSeconds = endSeconds
        self.location = location
    }
}
