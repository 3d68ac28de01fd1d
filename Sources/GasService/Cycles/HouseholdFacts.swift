/// What a deadline is derived from: the facts of one household.
public struct HouseholdFacts: Sendable, Hashable {
    /// The class of customer.
    public var customerClass: CustomerClass
    /// The day gas was turned on, or on again after a disconnection.
    public var gasOn: CalendarDate
    /// The day from which the household is disconnected; nil while it has gas.
    public var gasOff: CalendarDate?
    /// The last completed inspection; nil when none is known.
    public var lastInspection: CompletedInspection?
    /// A cycle of the household's own, in months, which stands before its class's.
    public var overrideMonths: Int?
    /// Whether it is marked for special care.
    public var specialCare: Bool

    /// States a household's facts.
    public init(
        customerClass: CustomerClass, gasOn: CalendarDate, gasOff: CalendarDate? = nil,
        lastInspection: CompletedInspection? = nil, overrideMonths: Int? = nil, specialCare: Bool = false
    ) {
        self.customerClass = customerClass
        self.gasOn = gasOn
        self.gasOff = gasOff
        self.lastInspection = lastInspection
        self.overrideMonths = overrideMonths
        self.specialCare = specialCare
    }
}

/// An inspection in which someone got in and the whole checklist was answered.
public struct CompletedInspection: Sendable, Hashable {
    /// The day it was done, by the utility's time zone.
    public let actual: CalendarDate
    /// The deadline it answered; nil when that is unknown, as for an inspection before records began.
    public let deadline: CalendarDate?

    /// States an inspection.
    public init(actual: CalendarDate, deadline: CalendarDate? = nil) {
        self.actual = actual
        self.deadline = deadline
    }
}
