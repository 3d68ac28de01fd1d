/// How a database's functions, views, policies and privileges stand to the routines of this program.
package enum RoutineState: Sendable, Hashable {
    /// They are what this program's files make.
    case current
    /// Other files made them, or a migration came after them, or there are none yet.
    case outdated
    /// This program's files made them, and somebody changed them since.
    case changedByHand
    /// A program with this later revision made them.
    case newer(revision: Int32)

    /// A stable name for JSON.
    package var code: String {
        switch self {
        case .current: "current"
        case .outdated: "outdated"
        case .changedByHand: "changed_by_hand"
        case .newer: "newer"
        }
    }
}
