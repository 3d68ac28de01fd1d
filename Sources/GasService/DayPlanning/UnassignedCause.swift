/// What keeps a household that is owed a visit out of a day's plan.
///
/// A cause is given only when it is proven: when relaxing exactly that lets the visit in (EXAMPLES.md, "an unassigned
/// visit with a wrong reason"); `UnassignedRemedy` is the proof.
public enum UnassignedCause: String, Sendable, Hashable, Codable, CaseIterable {
    /// No crew that serves the district is on duty.
    case noCrewOnDuty = "no_crew_on_duty"
    /// Crews are on duty, and none holds a valid certificate.
    case noCertifiedCrew = "no_certified_crew"
    /// No certified crew's shift reaches into the time at which it must be visited.
    case windowOutsideShifts = "window_outside_shifts"
    /// All crews are busy in the time at which it must be visited, and one could go at another time.
    case windowTaken = "window_taken"
    /// Its time inside is longer than any crew's whole shift.
    case longerThanShift = "longer_than_shift"
    /// No crew has room left in its shift, with the visits that are more urgent, or closer to each other.
    case crewsFull = "crews_full"
    /// Only crews have room that do not serve the district, or that are kept free for emergencies.
    case otherCrewsOnly = "other_crews_only"
    /// A crew has room, but the visit takes it more time than it is worth.
    case notWorthTheWay = "not_worth_the_way"
    /// It fits only in place of another visit.
    case inPlaceOfAnother = "in_place_of_another"
    /// No single change lets it in.
    case severalTogether = "several_together"
    /// So many are left out that only the most urgent were examined.
    case notExamined = "not_examined"
    /// The revisit gap has not passed.
    case revisitTooSoon = "revisit_too_soon"
    /// The last visit was on the same day of the week.
    case sameWeekday = "same_weekday"
    /// The day has only kinds of slot in which it was tried before.
    case slotsTried = "slots_tried"
    /// A letter must offer an appointment first.
    case awaitsAppointment = "awaits_appointment"
    /// Written notice must be given after repeated refusals.
    case awaitsNotice = "awaits_notice"
    /// Nobody found the household: its address must be corrected first.
    case awaitsAddress = "awaits_address"

    /// What a verdict of the revisit rule means; nil when it lets the visit in.
    public init?(_ verdict: RevisitRule.Verdict) {
        switch verdict {
        case .open: return nil
        case .tooSoon: self = .revisitTooSoon
        case .sameWeekday: self = .sameWeekday
        case .slotsTried: self = .slotsTried
        case .awaits(.suspensionNotice): self = .awaitsNotice
        case .awaits(.correctAddress): self = .awaitsAddress
        case .awaits: self = .awaitsAppointment
        }
    }

    /// Whether the office has to do something before anyone goes there again.
    public var awaitsOffice: Bool { [.awaitsAppointment, .awaitsNotice, .awaitsAddress].contains(self) }
}
