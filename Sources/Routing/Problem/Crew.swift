/// People in a vehicle, with a shift, who serve one route.
public struct Crew: Hashable, Sendable {
    /// Where the route begins: an index into the travel matrix.
    public var startLocation: Int
    /// Where the route ends; for one that may end anywhere, a place that is zero away from all others.
    public var endLocation: Int
    /// The crew sets off at or after its beginning and is back at or before its end.
    public var shift: TimeWindow
    /// Breaks in the order in which they are taken, at most three.
    public var breaks: [CrewBreak]
    /// What the crew can do.
    public var skills: SkillSet
    /// The largest number of visits, committed ones included; `nil` means any.
    public var maximumVisits: Int?
    /// The longest time from setting off to being back, in seconds; service and breaks count.
    public var maximumDurationSeconds: Int?
    /// The largest load of all visits together; `nil` means any.
    public var capacity: Int?
    /// What it costs to use the crew at all, in cost units.
    public var fixedCost: Int
    /// Cost units for each metre driven.
    public var costPerMetre: Int
    /// Cost units for each second between setting off and being back.
    public var costPerSecond: Int
    /// What the crew has done or is bound to do first, in this order.
    public var committed: [CommittedStop]

    /// Makes a crew; everything but place and shift has a default that constrains nothing.
    public init(
        startLocation: Int, endLocation: Int? = nil, shift: TimeWindow, breaks: [CrewBreak] = [],
        skills: SkillSet = [], maximumVisits: Int? = nil, maximumDurationSeconds: Int? = nil, capacity: Int? = nil,
        fixedCost: Int = 0, costPerMetre: Int = 1, costPerSecond: Int = 0, committed: [CommittedStop] = []
    ) {
        self.startLocation = startLocation
        self.endLocation = endLocation ?? startLocation
        self.shift = shift
        self.breaks = breaks
        self.skills = skills
        self.maximumVisits = maximumVisits
        self.maximumDurationSeconds = maximumDurationSeconds
        self.capacity = capacity
        self.fixedCost = fixedCost
        self.costPerMetre = costPerMetre
        self.costPerSecond = costPerSecond
        self.committed = committed
    }
}
