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
}
