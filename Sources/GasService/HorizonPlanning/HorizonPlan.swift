/// The plan of one district: who is visited when, and what can be said about it.
public struct HorizonPlan: Sendable {
    /// What was found about deadlines and capacity.
    public let verdict: Verdict
    /// First visits, by day, then street, building and obligation.
    public let visits: [PlannedVisit]
    /// Building campaigns by day, revisit rounds included.
    public let campaigns: [BuildingCampaign]
    /// The load of each day.
    public let loads: [DayLoad]
    /// The first day that could take a new visit: not frozen, and with hours.
    public let firstPlannableDay: CalendarDate
    /// Obligations that no plan could meet any more, by position: due before `firstPlannableDay`, and no announced visit
    /// is in time.
    public let lost: [Int]
    /// Obligations whose window still had a plannable day and that are planned after their deadline, or not at all.
    public let late: Int
    /// Obligations that found no day in the horizon although they are due within it or before.
    public let unplanned: [Int]
    /// Figures about the plan.
    public let statistics: PlanStatistics

    /// What was found about deadlines and capacity.
    public enum Verdict: Sendable, Hashable {
        /// Every obligation that can still be met is planned within its window: the plan itself is the proof.
        case feasible
        /// Hours are short, whatever the plan: an interval proves it.
        case infeasible(Shortage)
        /// Hours suffice, but no plan of whole visits was found: so many obligations are planned late or not at all.
        case hoursSuffice(late: Int)
    }

    /// Proof of a shortage, and what mends it.
    public struct Shortage: Sendable, Hashable {
        /// First day of the interval where most is missing.
        public let from: CalendarDate
        /// Last day of it.
        public let until: CalendarDate
        /// Obligations that must be fulfilled within it.
        public let obligations: Int
        /// Crew seconds they are expected to take, revisits included.
        public let neededSeconds: Int64
        /// Crew seconds there are.
        public let capacitySeconds: Int64
        /// The least extra crew seconds that mend the whole horizon.
        public let leastExtraSeconds: Int64
        /// Where they are needed: by each of these days at the latest.
        public let extraByDay: [ExtraCapacity]

        /// Seconds short within the interval.
        public var shortSeconds: Int64 { neededSeconds - capacitySeconds }
    }

    /// Extra crew time needed on a day.
    public struct ExtraCapacity: Sendable, Hashable {
        /// The day.
        public let date: CalendarDate
        /// Crew seconds.
        public let seconds: Int64
    }
}

/// A first visit to one household.
public struct PlannedVisit: Sendable, Hashable {
    /// The position of the obligation in the problem.
    public let obligation: Int32
    /// Which of the household's cycles within the horizon: 0 for the open obligation, 1 for the one that follows it.
    public let cycle: Int16
    /// Whether it was announced before and stayed where it was.
    public let isFrozen: Bool
    /// The day, as `CalendarDate.dayNumber`.
    public let day: Int32
    /// The deadline of the cycle, as `CalendarDate.dayNumber`.
    public let deadline: Int32
    /// The building.
    public let building: Int32

    /// Whether the visit comes after its deadline.
    public var isLate: Bool { day > deadline }
}

/// One round of visits to the households of one building on one day.
public struct BuildingCampaign: Sendable, Hashable {
    /// The building.
    public let building: Int32
    /// The day, as `CalendarDate.dayNumber`.
    public let day: Int32
    /// 1 for the first visits, 2 and up for revisits of those who were not at home.
    public let round: Int16
    /// The kind of slot the round is meant for.
    public let slot: SlotKind
    /// Positions of its households in `HorizonPlan.visits`; revisit rounds point at those of the first.
    public let visits: Range<Int32>
    /// Seconds it is expected to take: all households in round 1, the expected rest later.
    public let expectedSeconds: Int64
}

/// What a day holds.
public struct DayLoad: Sendable, Hashable {
    /// The day.
    public let date: CalendarDate
    /// Crew seconds there are.
    public let capacitySeconds: Int64
    /// Seconds of first visits.
    public var firstVisitSeconds: Int64 = 0
    /// Expected seconds of revisits.
    public var revisitSeconds: Int64 = 0
    /// Households visited for the first time in their cycle.
    public var households = 0

    /// All seconds.
    public var seconds: Int64 { firstVisitSeconds + revisitSeconds }
}

/// Figures about a plan.
public struct PlanStatistics: Sendable, Hashable {
    /// Households visited per building and day, on average.
    public var householdsPerCampaign = 0.0
    /// Days on which a building is visited, per building with a visit.
    public var campaignsPerBuilding = 0.0
    /// First visits that keep the anniversary, as a share.
    public var anniversaryKept = 0.0
    /// Days before the deadline, on average, of first visits on time.
    public var meanLeadDays = 0.0
    /// The busiest whole week's share of capacity used.
    public var peakWeek = 0.0
    /// The share of capacity used over the whole horizon.
    public var meanUtilisation = 0.0
    /// The least share of capacity that any plan with these deadlines uses at its peak.
    public var leastPossiblePeak = 0.0
    /// The day from which deadlines have the policy's whole reserve for revisits before them; nil when none has it.
    ///
    /// Capacity allowing, the reserve grows from nothing at the horizon's start.
    public var fullReserveFrom: CalendarDate?
    /// Expected revisit seconds for which no day was left before the horizon's end.
    public var unplacedRevisitSeconds: Int64 = 0
}
