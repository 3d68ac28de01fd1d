/// Households of one building that a crew visits in one go.
public struct BuildingStop: Sendable, Hashable {
    /// The households, in the order of their accounts.
    public let candidates: [DayCandidate]
    /// Why they are visited; the same for all.
    public let reason: VisitReason
    /// The kinds of slot in which the visit makes sense.
    public let slots: Set<SlotKind>
    /// The time agreed with all of them.
    public let appointment: DayCandidate.AgreedSpan?
    /// Minutes to park and find the doors.
    public let accessMinutes: Int
    /// Minutes inside households.
    public let insideMinutes: Int

    /// Minutes from arriving at the building to leaving it.
    public var minutes: Int { accessMinutes + insideMinutes }
    /// The district of all its households.
    public var district: DistrictID { candidates[0].district }
    /// The building.
    public var building: BuildingID { candidates[0].building }
    /// The address of the first household; a corner house has another one besides.
    public var address: String { candidates[0].address }
    /// Degrees north of the first household, WGS 84.
    public var latitude: Double { candidates[0].latitude }
    /// Degrees east of the first household, WGS 84.
    public var longitude: Double { candidates[0].longitude }
    /// The earliest deadline among its households.
    public var earliestDeadline: CalendarDate { candidates.map(\.deadline).min() ?? .latest }

    init(
        candidates: [DayCandidate], reason: VisitReason, slots: Set<SlotKind>, appointment: DayCandidate.AgreedSpan?,
        accessMinutes: Int, insideMinutes: Int
    ) {
        precondition(!candidates.isEmpty, "a stop has households")
        self.candidates = candidates
        self.reason = reason
        self.slots = slots
        self.appointment = appointment
        self.accessMinutes = accessMinutes
        self.insideMinutes = insideMinutes
    }
}
