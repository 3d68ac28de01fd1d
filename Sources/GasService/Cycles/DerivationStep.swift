/// One step by which a deadline came about, for `inspection why`; text is made of it elsewhere.
public enum DerivationStep: Sendable, Hashable {
    /// The household is disconnected, so nothing is due until gas is on again.
    case suspended(since: CalendarDate)
    /// No inspection is known since gas was turned on: the cycle counts from that day.
    case countedFromGasOn(CalendarDate)
    /// The cycle counts from the day of the last completed inspection.
    case countedFromInspection(CalendarDate)
    /// The last inspection was early by no more than the window, so it counts as done on its deadline.
    case anniversaryKept(actual: CalendarDate, deemed: CalendarDate, earlyMonths: Int)
    /// The rule that governed when the cycle began.
    case governedBy(CycleRule)
    /// The household's own cycle stands in place of its class's.
    case overriddenForHousehold(months: Int, insteadOf: Int)
    /// Special care shortens the cycle.
    case shortenedForSpecialCare(months: Int, insteadOf: Int)
    /// The interval gives a deadline.
    case intervalGives(CycleInterval, deadline: CalendarDate)
    /// A later version of the rule reached the open cycle and gave it another deadline.
    case ruleChanged(to: CycleRule, byNewRule: CalendarDate, transitionEnds: CalendarDate, deadline: CalendarDate)
    /// A later version began only after the deadline had passed: the cycle stays judged by the version that held then.
    case ruleChangedTooLate(CycleRule, deadline: CalendarDate)
    /// The day from which the inspection may be made.
    case windowOpens(CalendarDate, monthsBefore: Int)
}
