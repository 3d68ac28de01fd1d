/// Why a household is to be visited on a day, the most binding reason first.
public enum VisitReason: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// A time was agreed with the customer.
    case appointment
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

    private var rank: Int {
        switch self {
        case .appointment: 0
        case .revisit: 1
        case .campaign: 2
        case .overdue: 3
        case .pulledAhead: 4
        }
    }
}
