/// The least single change that lets a visit into a day's plan, proven by trying it: with it the visit fits, and nothing
/// else of the plan is moved.
public struct UnassignedRemedy: Sendable, Hashable, Codable {
    /// What is changed.
    public enum Change: String, Sendable, Hashable, Codable, CaseIterable {
        /// The crew works longer: until `shiftMoves`.
        case endLater = "end_later"
        /// The crew begins earlier: at `shiftMoves`.
        case beginEarlier = "begin_earlier"
        /// The visit is made at another time than those that it has.
        case otherTime = "other_time"
        /// The crew is certified for inspections.
        case certify
        /// The crew goes, although it serves another district or is kept free for emergencies.
        case otherCrew = "other_crew"
        /// The visit counts as more urgent than it is.
        case moreUrgent = "more_urgent"
        /// The visit to `insteadOf` is left out.
        case insteadOf = "instead_of"
    }

    /// What is changed.
    public let change: Change
    /// The crew that then makes the visit.
    public let crewID: CrewID
    /// When it is then there.
    public let startsAt: Instant
    /// The end or the beginning that the shift needs, when that is the change.
    public let shiftMoves: Instant?
    /// The minutes by which the shift grows, when that is the change.
    public let minutes: Int?
    /// The household whose visit makes way, when that is the change; the first of its stop.
    public let insteadOf: AccountNumber?

    /// Describes a remedy.
    public init(
        change: Change, crewID: CrewID, startsAt: Instant, shiftMoves: Instant? = nil, minutes: Int? = nil,
        insteadOf: AccountNumber? = nil
    ) {
        self.change = change
        self.crewID = crewID
        self.startsAt = startsAt
        self.shiftMoves = shiftMoves
        self.minutes = minutes
        self.insteadOf = insteadOf
    }

    enum CodingKeys: String, CodingKey {
        case change
        case crewID = "crew_id"
        case startsAt = "starts_at"
        case shiftMoves = "shift_moves"
        case minutes
        case insteadOf = "instead_of"
    }
}
