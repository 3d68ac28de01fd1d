import GasService

extension OutageRefusal {
    /// The refusal that the schema's code and facts tell of; nil when they tell of something else.
    init?(code: String, _ facts: RefusalFacts) {
        let outage = facts.outage ?? ""
        let account = facts.accountNo ?? ""
        switch code {
        case "unknown_building": self = .unknownBuilding(facts.buildingId ?? "")
        case "nobody_affected": self = .nobodyAffected
        case "not_affected": self = .notAffected(account: account)
        case "no_overlap": self = .noOverlap(outage: outage, other: facts.others ?? "")
        case "illegal_outage_state":
            self = .illegalState(outage: outage, state: facts.state ?? "", wanted: facts.wanted ?? "")
        case "overlap_undecided": self = .overlapUndecided(outage: outage, others: facts.others ?? "")
        case "notices_missing":
            self = .noticesMissing(outage: outage, count: facts.count ?? 0, accounts: facts.accounts ?? [])
        case "only_the_end_moves": self = .onlyTheEndMoves(outage: outage)
        case "building_not_confirmed": self = .buildingNotConfirmed(account: account, building: facts.buildingId ?? "")
        case "revisit_missing": self = .revisitMissing(account: account)
        case "illegal_restoration": self = .illegalRestoration(account: account, state: facts.state ?? "")
        case "households_unaccounted":
            self = .householdsUnaccounted(outage: outage, count: facts.count ?? 0, accounts: facts.accounts ?? [])
        default: self.init(timed: code, facts)
        }
    }

    /// The same for refusals that name instants.
    private init?(timed code: String, _ facts: RefusalFacts) {
        func instant(_ text: String?) -> Instant? { text.flatMap { Instant($0) } }
        let (starts, ends, now) = (instant(facts.startsAt), instant(facts.endsAt), instant(facts.now))
        switch code {
        case "end_before_start":
            guard let starts, let ends else { return nil }
            self = .endBeforeStart(starts: starts, ends: ends)
        case "start_in_past":
            guard let starts, let now else { return nil }
            self = .startInPast(starts: starts, now: now)
        case "before_declared_start":
            guard let starts, let now else { return nil }
            self = .beforeDeclaredStart(outage: facts.outage ?? "", starts: starts, now: now)
        case "after_declared_end":
            guard let ends, let now else { return nil }
            self = .afterDeclaredEnd(outage: facts.outage ?? "", ends: ends, now: now)
        case "residential_at_night":
            guard let at = instant(facts.at) else { return nil }
            self = .residentialAtNight(account: facts.accountNo ?? "", at: at)
        default: return nil
        }
    }
}
