/// A household that may be visited on a day, with all that decides whether, when and by whom.
public struct DayCandidate: Sendable, Hashable {
    /// The district that dispatches for it.
    public let district: DistrictID
    /// Its account.
    public let account: AccountNumber
    /// What it uses gas for.
    public let customerClass: CustomerClass
    /// The building in which a crew finds it.
    public let building: BuildingID
    /// Its address.
    public let address: String
    /// Degrees north, WGS 84.
    public let latitude: Double
    /// Degrees east, WGS 84.
    public let longitude: Double
    /// The last day on which the inspection is in time.
    public let deadline: CalendarDate
    /// The day for which the horizon plan has it; nil when no campaign near the day holds it.
    public let campaignDate: CalendarDate?
    /// What was tried before in the open cycle, in order.
    public let attempts: [Attempt]
    /// The time agreed with the customer on the day.
    public let appointment: AgreedSpan?
    /// What an outage asks for, `outageNotice` or `restoration`; nil for an inspection.
    public let outageWork: VisitReason?

    /// A span of time that was agreed with a customer: the crew arrives within it.
    public struct AgreedSpan: Sendable, Hashable {
        /// The earliest arrival.
        public let from: Instant
        /// The latest arrival.
        public let until: Instant

        /// A span from one instant to a later one.
        public init(from: Instant, until: Instant) {
            self.from = from
            self.until = max(from, until)
        }
    }

    /// Describes a household.
    public init(
        district: DistrictID, account: AccountNumber, customerClass: CustomerClass, building: BuildingID,
        address: String, latitude: Double, longitude: Double, deadline: CalendarDate, campaignDate: CalendarDate?,
        attempts: [Attempt], appointment: AgreedSpan?, outageWork: VisitReason? = nil
    ) {
        self.district = district
        self.account = account
        self.customerClass = customerClass
        self.building = building
        self.address = address
        self.latitude = latitude
        self.longitude = longitude
        self.deadline = deadline
        self.campaignDate = campaignDate
        self.attempts = attempts
        self.appointment = appointment
        self.outageWork = outageWork
    }

    /// Why it would be visited on a day; nil when nothing asks for it.
    public func reason(on date: CalendarDate) -> VisitReason? {
        if let outageWork { return outageWork }
        if appointment != nil { return .appointment }
        if !attempts.isEmpty { return .revisit }
        if let campaignDate, campaignDate <= date { return .campaign }
        // An overdue household with a campaign to come has its turn in the horizon plan.
        if campaignDate != nil { return .pulledAhead }
        return deadline < date ? .overdue : nil
    }
}
