import Archive
import GasService

/// The open obligations of a class in a district, derived anew with a rule added.
///
/// Households share few pairs of basis date and cycle, so each distinct derivation is made once.
struct DistrictDerivation {
    /// An open obligation and the one that takes its place.
    struct Pair {
        let stored: DerivedObligation
        let derived: Obligation
    }

    let pairs: [Pair]

    init(_ stored: [DerivedObligation], rules: RuleBook, settings: Settings, today: CalendarDate) {
        let derivation = DeadlineDerivation(rules: rules, settings: settings)
        var known: [HouseholdFacts: Obligation] = [:]
        pairs = stored.compactMap { one in
            if let obligation = known[one.facts] { return Pair(stored: one, derived: obligation) }
            guard let obligation = derivation.derive(one.facts, asOf: today).obligation else { return nil }
            known[one.facts] = obligation
            return Pair(stored: one, derived: obligation)
        }
    }

    /// Those whose deadline moves.
    var moved: [Pair] { pairs.filter { $0.derived.deadline != $0.stored.deadline } }
}
