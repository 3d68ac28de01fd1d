/// What must be reached in time after a fault was reported (RULES.md, Faults).
public enum SLAMilestone: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Staff are on their way.
    case setOff = "set_off"
    /// Staff are on site.
    case arrival
    /// Qualified staff are on site and work has begun; isolated or made safe counts, a telephone call does not.
    case handling
    /// The customer was told that parts are missing, or that it is beyond the company's scope. Owed only when one of them
    /// turns out after handling; before that it is told within the time to handle, by the deadline of that.
    case telling
    /// Supply is safe and restored, confirmed by the customer or by measurement.
    case repair

    /// Orders milestones as they are reached.
    public static func < (left: SLAMilestone, right: SLAMilestone) -> Bool { left.place < right.place }

    /// Whether a time that was agreed with the customer takes the place of the deadline.
    ///
    /// The repair's clock stands until that time instead.
    var isReplacedByAgreement: Bool { self != .repair }

    private var place: Int {
        switch self {
        case .setOff: 0
        case .arrival: 1
        case .handling: 2
        case .telling: 3
        case .repair: 4
        }
    }
}
