/// Why a visit is in no route, and what would let it in; nothing is said that was not tried.
public struct UnassignedExplanation: Hashable, Sendable {
    /// What keeps a visit out.
    public enum Reason: Hashable, Sendable {
        /// No crew at all has the skills.
        case noCrewWithSkills(SkillSet)
        /// Only crews that lack a skill have room.
        case skills
        /// Only crews have room that the visit does not allow.
        case crewRestriction
        /// No crew can be there in its windows, but some crew could at another time.
        case window
        /// No crew has room left in its shift.
        case shift
        /// No crew may be out long enough.
        case duration
        /// No crew may take another visit.
        case visitCount
        /// No crew can carry it.
        case capacity
        /// It fits, but costs more than it is worth.
        case prize
        /// It fits only where another visit is served.
        case displaced(by: Int)
        /// Its pair cannot be served together.
        case pair(with: Int)
        /// No single change was found that lets it in.
        case severalTogether
    }

    /// A change, and where the visit then fits.
    public struct Remedy: Hashable, Sendable {
        /// The change.
        public var change: ProblemChange
        /// The crew that then serves it.
        public var crew: Int
        /// When service then begins.
        public var startSeconds: Int
        /// The crew's route then, all other routes being as they are: the proof.
        public var route: PlannedRoute
    }

    /// Index of the visit.
    public var visit: Int
    /// What keeps it out: the kind of the first remedy's change.
    public var reason: Reason
    /// Single changes that let it in, the smallest first.
    public var remedies: [Remedy]
}
