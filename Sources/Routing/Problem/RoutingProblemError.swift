/// What can be wrong with the parts of a routing problem, with the offender's index.
public enum RoutingProblemError: Error, Hashable, Sendable {
    /// The matrix has not `count × count` entries, or none at all.
    case matrixSize(expected: Int, found: Int)
    /// A travel time or distance is negative or beyond `TravelMatrix.unreachable`.
    case matrixEntry(from: Int, to: Int)
    /// There is no place of this number in the matrix.
    case place(Int)
    /// A crew's start or end is not a place of the matrix.
    case crewLocation(crew: Int)
    /// A crew's shift, break, duration, capacity or cost is out of range.
    case crewValue(crew: Int, field: String)
    /// A committed stop names no visit, a visit committed twice, or instants that run backwards.
    case committedStop(crew: Int, visit: Int)
    /// A visit's place is not a place of the matrix.
    case visitLocation(visit: Int)
    /// A visit's service, window, load, prize, lateness or crew is out of range.
    case visitValue(visit: Int, field: String)
    /// A pair names no visit, one visit twice, a visit of another pair or a committed visit.
    case pair(index: Int)
    /// The weight of balance is negative.
    case balanceWeight
}
