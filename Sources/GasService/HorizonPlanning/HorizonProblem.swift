/// One household's open obligation as the horizon planner sees it: 32 bytes, no text.
///
/// Its position in `HorizonProblem.obligations` names it in the plan.
public struct PlanningObligation: Sendable, Hashable {
    /// The building, by the caller's numbering.
    public var building: Int32
    /// The street the building stands in, by the caller's numbering.
    public var street: Int32
    /// The first day it may be fulfilled, as `CalendarDate.dayNumber`.
    public var opens: Int32
    /// The last day it is fulfilled on time, as `CalendarDate.dayNumber`.
    public var deadline: Int32
    /// Minutes of one visit.
    public var serviceMinutes: Int16
    /// Months until the next deadline once it is fulfilled.
    public var cycleMonths: Int16
    /// Months before that next deadline at which its window opens.
    public var windowMonths: Int8
    /// Months before the deadline in which a visit keeps the anniversary.
    public var earlyMonths: Int8

    /// Describes an obligation.
    public init(
        building: Int, street: Int, opens: CalendarDate, deadline: CalendarDate, serviceMinutes: Int, cycleMonths: Int,
        windowMonths: Int, earlyMonths: Int
    ) {
        self.building = Int32(clamping: building)
        self.street = Int32(clamping: street)
        self.opens = Int32(clamping: min(opens, deadline).dayNumber)
        self.deadline = Int32(clamping: deadline.dayNumber)
        self.serviceMinutes = Int16(clamping: max(1, serviceMinutes))
        self.cycleMonths = Int16(clamping: max(1, cycleMonths))
        self.windowMonths = Int8(clamping: max(0, windowMonths))
        self.earlyMonths = Int8(clamping: max(0, earlyMonths))
    }
}

/// A visit that was announced already and that re-planning leaves where it is.
public struct FrozenVisit: Sendable, Hashable {
    /// The position of the obligation in the problem.
    public let obligation: Int
    /// The day of the visit.
    public let date: CalendarDate

    /// Describes a frozen visit.
    public init(obligation: Int, date: CalendarDate) {
        self.obligation = obligation
        self.date = date
    }
}

/// What a plan expects of doors that stay shut, and how it comes back to them.
public struct RevisitPolicy: Sendable, Hashable {
    /// Share of first visits that get in, above 0 to 1.
    public var firstSuccess: Double
    /// Share of revisits that get in, above 0 to 1.
    public var revisitSuccess: Double
    /// Revisit rounds after a campaign's first.
    public var rounds: Int
    /// Least days between one round and the next.
    public var gapDays: Int
    /// Days before a deadline that the plan tries to keep for revisits.
    public var reserveDays: Int
    /// How much more than the level share may be worked to bring a building's households to the same day, as a share of
    /// the level: 0 keeps the load flattest, 1 lets it double while buildings are brought together.
    public var alignment: Double

    /// Describes a policy; shares are brought into 1 to 100 percent.
    public init(
        firstSuccess: Double, revisitSuccess: Double, rounds: Int, gapDays: Int, reserveDays: Int,
        alignment: Double = 0.5
    ) {
        self.firstSuccess = min(max(firstSuccess, 0.01), 1)
        self.revisitSuccess = min(max(revisitSuccess, 0.01), 1)
        self.rounds = min(max(rounds, 0), 8)
        self.gapDays = max(1, gapDays)
        self.reserveDays = max(0, reserveDays)
        self.alignment = min(max(alignment, 0), 10)
    }

    /// The policy that the settings describe, with the success rates a district has seen if it has seen any.
    public init(settings: Settings, firstSuccess: Double? = nil, revisitSuccess: Double? = nil) {
        self.init(
            firstSuccess: firstSuccess ?? Double(settings[.firstVisitSuccessPercent]) / 100,
            revisitSuccess: revisitSuccess ?? Double(settings[.revisitSuccessPercent]) / 100,
            rounds: settings[.revisitRounds], gapDays: settings[.revisitGapDays], reserveDays: settings[.reserveDays],
            alignment: Double(settings[.alignmentPercent]) / 100)
    }

    /// Share of a campaign's households that a round still has to visit, round 1 being the first.
    public func shareVisited(inRound round: Int) -> Double {
        var share = round <= 1 ? 1 : 1 - firstSuccess
        for _ in stride(from: 3, through: max(round, 2), by: 1) { share *= 1 - revisitSuccess }
        return share
    }

    /// Visits a household takes on average, all rounds together; its service time is inflated by it.
    public var expectedVisits: Double {
        (1...(rounds + 1)).reduce(0) { $0 + shareVisited(inRound: $1) }
    }
}

/// Everything the plan of one district is made from.
public struct HorizonProblem: Sendable {
    /// The first day of the horizon.
    public var from: CalendarDate
    /// Crew minutes that can be spent in households, day by day from `from` on; 0 on days nobody works.
    public var capacityMinutes: [Int]
    /// Days from `from` on that are frozen: only `frozen` visits happen there.
    public var frozenDays: Int
    /// Later days that are frozen as well, counted from `from`: their routes have been published.
    public var heldDays: Set<Int>
    /// The open obligations, overdue ones included.
    public var obligations: [PlanningObligation]
    /// Visits that stay where they are.
    public var frozen: [FrozenVisit]
    /// What is expected of doors that stay shut.
    public var policy: RevisitPolicy

    /// Describes a problem.
    public init(
        from: CalendarDate, capacityMinutes: [Int], frozenDays: Int = 0, heldDays: Set<Int> = [],
        obligations: [PlanningObligation], frozen: [FrozenVisit] = [], policy: RevisitPolicy
    ) {
        self.from = from
        self.capacityMinutes = capacityMinutes.map { max(0, $0) }
        self.frozenDays = min(max(0, frozenDays), capacityMinutes.count)
        self.heldDays = heldDays
        self.obligations = obligations
        self.frozen = frozen
        self.policy = policy
    }

    /// Days in the horizon.
    public var dayCount: Int { capacityMinutes.count }

    /// Whether a day, counted from `from`, takes nothing but frozen visits.
    func isFrozen(_ day: Int) -> Bool { day < frozenDays || heldDays.contains(day) }

    /// Crew seconds that new visits may take, day by day: none on frozen days.
    var freeSeconds: [Int64] {
        capacityMinutes.enumerated().map { day, minutes in isFrozen(day) ? 0 : Int64(minutes) * 60 }
    }

    /// The first day, counted from `from`, that can take a new visit: it is not frozen, and there are hours on it.
    ///
    /// A deadline before it is lost whatever the plan. Where no day has hours it is the first that is not frozen, so
    /// that the want of hours shows as a shortage and not as deadlines lost.
    var firstPlannableDay: Int {
        capacityMinutes.indices.first { !isFrozen($0) && capacityMinutes[$0] > 0 } ?? frozenDays
    }

    /// Seconds of crew time an obligation is expected to take, revisits included, rounded up.
    public func expectedSeconds(_ obligation: PlanningObligation) -> Int64 {
        Int64((Double(obligation.serviceMinutes) * 60 * policy.expectedVisits).rounded(.up))
    }
}
