/// One visit that was tried in the open cycle of a household.
public struct Attempt: Sendable, Hashable {
    /// The local day.
    public let date: CalendarDate
    /// The kind of slot it fell into.
    public let slot: SlotKind
    /// What came of it.
    public let result: VisitResult

    /// Describes an attempt.
    public init(date: CalendarDate, slot: SlotKind, result: VisitResult) {
        self.date = date
        self.slot = slot
        self.result = result
    }
}

/// What is to be done about a household after its attempts so far (RULES.md, A visit).
public enum NextStep: Sendable, Hashable {
    /// An ordinary first visit.
    case firstVisit
    /// Another visit, in one of these kinds of slot and not on this weekday.
    case revisit(slots: [SlotKind], notOn: Weekday)
    /// A letter that offers an appointment; the visit then takes place as agreed.
    case appointmentLetter
    /// On the long-uninspected list, for the property manager, the neighbourhood committee and the authority.
    case longUninspected
    /// Explained again, with the property manager or neighbourhood committee, reason and witness recorded.
    case mediatedVisit
    /// Written notice; where the city's regulation allows it, the supply may be suspended.
    case suspensionNotice
    /// Nobody could find the household: its address is to be corrected first.
    case correctAddress
    /// Nothing: the inspection is completed.
    case completed

    /// The stable snake-case name of the step.
    public var code: String {
        switch self {
        case .firstVisit: "first_visit"
        case .revisit: "revisit"
        case .appointmentLetter: "appointment_letter"
        case .longUninspected: "long_uninspected"
        case .mediatedVisit: "mediated_visit"
        case .suspensionNotice: "suspension_notice"
        case .correctAddress: "correct_address"
        case .completed: "completed"
        }
    }
}
