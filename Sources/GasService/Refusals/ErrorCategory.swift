/// The kind of thing that went wrong, which decides the exit status.
public enum ErrorCategory: String, Sendable, Hashable, CaseIterable {
    /// The command was written wrongly.
    case usage
    /// What was put in is wrong.
    case badInput = "bad_input"
    /// The database or a gateway cannot be reached, or does not answer as it must.
    case outOfReach = "out_of_reach"
    /// A rule or a role forbids it.
    case refused

    /// The status with which a command ends (`sysexits.h`: usage, data, unavailable, no permission).
    public var exitStatus: Int32 {
        switch self {
        case .usage: 64
        case .badInput: 65
        case .outOfReach: 69
        case .refused: 77
        }
    }
}
