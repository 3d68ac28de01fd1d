/// Two visits that depend on each other in time; either both are served or neither is.
public struct VisitPair: Hashable, Sendable {
    /// How the two hang together.
    public enum Relation: Hashable, Sendable {
        /// Both begin at the same second, by two different crews: a job for two.
        case simultaneous
        /// The second begins at least so many seconds after the first has ended; the crew may be the same.
        case precedence(gapSeconds: Int)
    }

    /// Index of the first visit.
    public var first: Int
    /// Index of the second visit.
    public var second: Int
    /// How the two hang together.
    public var relation: Relation

    /// Makes a pair.
    public init(first: Int, second: Int, relation: Relation) {
        self.first = first
        self.second = second
        self.relation = relation
    }
}
