/// Why a household is to be visited on a day, the most binding reason first.
public enum VisitReason: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// A time was agreed with the customer.
    case appointment
    /// Gas is off there since an outage, for nobody was at home: it is lit again.
    case restoration
    /// A notice of an outage is carried by hand, in time before gas goes off.
    case outageNotice = "outage_notice"
    /// Somebody was there before and was not let in, or met nobody.
    case revisit
    /// The horizon plan put it on this day, or on a day that passed without a visit.
    case campaign
    /// The deadline has passed and no campaign of the coming days holds it.
    case overdue
    /// A campaign of the coming days holds it; it is visited earlier only where a crew would else be idle.
    case pulledAhead = "pulled_ahead"

    /// Orders reasons from the most binding to the least.
    public static func < (left: VisitReason, right: VisitReason) -> Bool { left.rank < right.rank }

    /// Whether the visit is owed on the day, rather than welcome.
    public var isOwed: Bool { self != .pulledAhead }

    /// The kind of job that such a visit is, as the schema spells it.
    public var jobKind: String {
        switch self {
        case .restoration: "restoration"
        case .outageNotice: "notice"
        case .appointment, .revisit, .campaign, .overdue, .pulledAhead: "inspection"
        }
    }

    private var rank: Int {
        switch self {
        case .appointment: 0
        case .restoration: 1
        case .outageNotice: 2
        case .revisit: 3
        case .campaign: 4
        case .overdue: 5
        case .pulledAhead: 6
        }
    }
}
