/// Why a step of an outage, or of what a household is told about it, is refused.
public enum OutageRefusal: Sendable, Hashable {
    // What was put in.
    /// No such building, or none of the outage.
    case unknownBuilding(String)
    /// The end is not after the start.
    case endBeforeStart(starts: Instant, ends: Instant)
    /// A planned outage cannot start before now.
    case startInPast(starts: Instant, now: Instant)
    /// Local clocks skip the time on that day.
    case skippedByClocks(String)
    /// Local clocks show the time twice on that day.
    case shownTwice(String, first: Instant, second: Instant)
    /// The area has no household with gas.
    case nobodyAffected
    /// The household is not part of the outage.
    case notAffected(account: String)
    /// The two outages do not meet.
    case noOverlap(outage: String, other: String)

    // What a rule forbids.
    /// The outage cannot go from the state it is in to the one asked for.
    case illegalState(outage: String, state: String, wanted: String)
    /// Other outages meet the same households at the same time, and nobody decided that both may go on.
    case overlapUndecided(outage: String, others: String)
    /// Households were not told in time; the first accounts.
    case noticesMissing(outage: String, count: Int, accounts: [String])
    /// Gas does not go off before the start that was announced.
    case beforeDeclaredStart(outage: String, starts: Instant, now: Instant)
    /// The announced end has passed: other hours are announced first.
    case afterDeclaredEnd(outage: String, ends: Instant, now: Instant)
    /// While gas is off only the end can move.
    case onlyTheEndMoves(outage: String)
    /// The building's leak check is not on record.
    case buildingNotConfirmed(account: String, building: String)
    /// A home is not lit again at night.
    case residentialAtNight(account: String, at: Instant)
    /// A sealed household needs a day, not past, on which a crew comes again.
    case revisitMissing(account: String)
    /// The household is not without gas.
    case illegalRestoration(account: String, state: String)
    /// Households are neither lit nor sealed with a revisit; the first accounts.
    case householdsUnaccounted(outage: String, count: Int, accounts: [String])
}

extension OutageRefusal {
    /// The stable name of the case.
    public var code: String {
        switch self {
        case .unknownBuilding: "unknown_building"
        case .endBeforeStart: "end_before_start"
        case .startInPast: "start_in_past"
        case .skippedByClocks: "skipped_by_clocks"
        case .shownTwice: "shown_twice"
        case .nobodyAffected: "nobody_affected"
        case .notAffected: "not_affected"
        case .noOverlap: "no_overlap"
        case .illegalState: "illegal_outage_state"
        case .overlapUndecided: "overlap_undecided"
        case .noticesMissing: "notices_missing"
        case .beforeDeclaredStart: "before_declared_start"
        case .afterDeclaredEnd: "after_declared_end"
        case .onlyTheEndMoves: "only_the_end_moves"
        case .buildingNotConfirmed: "building_not_confirmed"
        case .residentialAtNight: "residential_at_night"
        case .revisitMissing: "revisit_missing"
        case .illegalRestoration: "illegal_restoration"
        case .householdsUnaccounted: "households_unaccounted"
        }
    }

    /// The kind of trouble, which decides the exit status.
    public var category: ErrorCategory {
        switch self {
        case .unknownBuilding, .endBeforeStart, .startInPast, .skippedByClocks,
            .shownTwice, .nobodyAffected, .notAffected, .noOverlap, .revisitMissing:
            .badInput
        case .illegalState, .overlapUndecided, .noticesMissing, .beforeDeclaredStart,
            .afterDeclaredEnd, .onlyTheEndMoves, .buildingNotConfirmed, .residentialAtNight, .illegalRestoration,
            .householdsUnaccounted:
            .refused
        }
    }

    /// What is known about it, in a stable order.
    public var facts: [ErrorFact] {
        switch self {
        case .onlyTheEndMoves(let outage): [ErrorFact("outage", outage)]
        case .unknownBuilding(let building): [ErrorFact("building_id", building)]
        case .endBeforeStart(let starts, let ends): [ErrorFact("starts_at", starts), ErrorFact("ends_at", ends)]
        case .startInPast(let starts, let now): [ErrorFact("starts_at", starts), ErrorFact("now", now)]
        case .skippedByClocks(let time): [ErrorFact("time", time)]
        case .shownTwice(let time, let first, let second):
            [ErrorFact("time", time), ErrorFact("first", first), ErrorFact("second", second)]
        case .nobodyAffected: []
        case .notAffected(let account), .revisitMissing(let account): [ErrorFact("account_no", account)]
        case .noOverlap(let outage, let others), .overlapUndecided(let outage, let others):
            [ErrorFact("outage", outage), ErrorFact("others", others)]
        case .illegalState(let outage, let state, let wanted):
            [ErrorFact("outage", outage), ErrorFact("state", state), ErrorFact("wanted", wanted)]
        case .noticesMissing(let outage, let count, let accounts),
            .householdsUnaccounted(let outage, let count, let accounts):
            [
                ErrorFact("outage", outage), ErrorFact("count", count),
                ErrorFact("accounts", accounts.joined(separator: " ")),
            ]
        case .beforeDeclaredStart(let outage, let starts, let now):
            [ErrorFact("outage", outage), ErrorFact("starts_at", starts), ErrorFact("now", now)]
        case .afterDeclaredEnd(let outage, let ends, let now):
            [ErrorFact("outage", outage), ErrorFact("ends_at", ends), ErrorFact("now", now)]
        case .buildingNotConfirmed(let account, let building):
            [ErrorFact("account_no", account), ErrorFact("building_id", building)]
        case .residentialAtNight(let account, let at): [ErrorFact("account_no", account), ErrorFact("at", at)]
        case .illegalRestoration(let account, let state):
            [ErrorFact("account_no", account), ErrorFact("state", state)]
        }
    }
}
