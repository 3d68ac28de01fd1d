/// One thing to be done at one place by one crew.
///
/// A job for two people at the same time is two visits joined by a `VisitPair`.
public struct Visit: Hashable, Sendable {
    /// Whether a plan may leave the visit out, and what that costs.
    public enum Demand: Hashable, Sendable {
        /// Must be served; left out only when no plan that was found can hold it, and then reported as such.
        case mandatory
        /// May be left out at the price of its prize, in cost units.
        case optional(prize: Int)
    }

    /// Index of the place in the problem's travel matrix.
    public var location: Int
    /// How long the crew stays, in seconds.
    public var serviceSeconds: Int
    /// When service may begin: any one of these windows; empty means at any time of the shift.
    public var windows: [TimeWindow]
    /// Service may not begin before this instant even where a window would allow it, in seconds.
    public var releaseSeconds: Int?
    /// Whether the visit must be served.
    public var demand: Demand
    /// What a crew must be able to do.
    public var requiredSkills: SkillSet
    /// What the visit takes of a crew's capacity (parts, meters); zero for most.
    public var load: Int
    /// A promise that may be broken at a price: service that begins later is late.
    public var dueSeconds: Int?
    /// The price of one second of lateness, in cost units.
    public var lateCostPerSecond: Int
    /// The only crews that may serve it (indices into the problem's crews); `nil` means any.
    public var allowedCrews: Set<Int>?
    /// Crews that may not serve it.
    public var excludedCrews: Set<Int>
    /// The one crew that must serve it, if it is served at all.
    public var pinnedCrew: Int?
    /// A cost for each crew that the customer or the planner would rather not (positive) or rather (negative) see.
    public var crewCosts: [Int: Int]

    /// Makes a visit; everything but the place has a default that constrains nothing.
    public init(
        location: Int, serviceSeconds: Int = 0, windows: [TimeWindow] = [], releaseSeconds: Int? = nil,
        demand: Demand = .mandatory, requiredSkills: SkillSet = [], load: Int = 0, dueSeconds: Int? = nil,
        lateCostPerSecond: Int = 0, allowedCrews: Set<Int>? = nil, excludedCrews: Set<Int> = [],
        pinnedCrew: Int? = nil, crewCosts: [Int: Int] = [:]
    ) {
        self.location = location
        self.serviceSeconds = serviceSeconds
        self.windows = windows
        self.releaseSeconds = releaseSeconds
        self.demand = demand
        self.requiredSkills = requiredSkills
        self.load = load
        self.dueSeconds = dueSeconds
        self.lateCostPerSecond = lateCostPerSecond
        self.allowedCrews = allowedCrews
        self.excludedCrews = excludedCrews
        self.pinnedCrew = pinnedCrew
        self.crewCosts = crewCosts
    }

    /// Whether a plan without the visit is complete.
    public var isMandatory: Bool {
        demand == .mandatory
    }
}
