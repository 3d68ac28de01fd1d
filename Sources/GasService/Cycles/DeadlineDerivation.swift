/// From a household's facts to its open obligation, with every step told.
///
/// **Which version governs.** A cycle begins under the version that governs on the day of its basis (the completed
/// inspection, or gas-on). A later version reaches a cycle that is still open when it begins to hold, that is, whose
/// deadline has not passed before that day; a household that was overdue under the old version stays so (a change never
/// rewrites history). The new version's deadline is counted from the same basis:
///
/// - a longer cycle lengthens at once;
/// - a shorter cycle shortens, but no further than the end of the transition: the day the version begins to hold plus
///   its transition months, by default one whole cycle of the new version. The deadline never moves later by that.
///
/// Why one whole new cycle: with residential from 24 to 12 months from 2027-01-01, everybody must then be inspected once
/// within 2027, which is exactly the steady work of the new rule. A shorter transition would ask for more than that in
/// its first months, however well planned, and no transition would make half the city overdue overnight.
public struct DeadlineDerivation: Sendable {
    private let rules: RuleBook
    private let settings: Settings

    /// Derives by the rules of one district and class and the settings that hold there.
    public init(rules: RuleBook, settings: Settings) {
        self.rules = rules
        self.settings = settings
    }

    /// What is due from a household, as seen on a day.
    public func derive(_ facts: HouseholdFacts, asOf today: CalendarDate) -> Derivation {
        if let off = facts.gasOff, off <= today {
            return Derivation(obligation: nil, steps: [.suspended(since: off)])
        }
        var steps: [DerivationStep] = []
        let basis = basis(of: facts, steps: &steps)
        let first = rules.rule(on: basis.actual)
        steps.append(.governedBy(first))
        let interval = adjusted(first.interval, for: facts, steps: &steps)
        var governing = first
        var current = interval
        var deadline = interval.deadline(deemed: basis.deemed, actual: basis.actual)
        steps.append(.intervalGives(interval, deadline: deadline))

        for change in rules.changes(after: basis.actual) {
            guard deadline >= change.holdsFrom else {
                steps.append(.ruleChangedTooLate(change.rule, deadline: deadline))
                break
            }
            var ignored: [DerivationStep] = []
            let changed = adjusted(change.rule.interval, for: facts, steps: &ignored)
            let byNew = changed.deadline(deemed: basis.deemed, actual: basis.actual)
            let transition = change.rule.transitionMonths ?? changed.months
            let transitionEnds = change.holdsFrom.adding(months: transition)
            deadline = byNew >= deadline ? byNew : min(deadline, max(byNew, transitionEnds))
            governing = change.rule
            current = changed
            steps.append(
                .ruleChanged(to: governing, byNewRule: byNew, transitionEnds: transitionEnds, deadline: deadline))
        }

        let window = Self.windowMonths(of: facts.customerClass, cycle: current.months, settings: settings)
        var opens = max(deadline.adding(months: -window), basis.actual.adding(days: 1))
        if current.kind == .calendarYear {
            opens = basis.deemed.endOfYear.adding(days: 1)
        }
        opens = min(opens, deadline)
        steps.append(.windowOpens(opens, monthsBefore: window))
        let obligation = Obligation(
            opens: opens, deadline: deadline, basis: basis.kind, basisDate: basis.actual, deemedDate: basis.deemed,
            rule: governing, interval: current, windowMonths: window)
        return Derivation(obligation: obligation, steps: steps)
    }

    /// The day from which the next cycle counts when an obligation is fulfilled on a day.
    ///
    /// Judged by the version that governs on that day, as the household's own override adjusts it.
    public func deemedDate(completed: CalendarDate, deadline: CalendarDate, facts: HouseholdFacts) -> CalendarDate {
        var ignored: [DerivationStep] = []
        return adjusted(rules.rule(on: completed).interval, for: facts, steps: &ignored)
            .deemedDate(completed: completed, deadline: deadline)
    }

    private func basis(of facts: HouseholdFacts, steps: inout [DerivationStep]) -> Basis {
        guard let last = facts.lastInspection, last.actual >= facts.gasOn else {
            steps.append(.countedFromGasOn(facts.gasOn))
            return Basis(kind: .gasOn, actual: facts.gasOn, deemed: facts.gasOn)
        }
        var deemed = last.actual
        if let deadline = last.deadline {
            deemed = deemedDate(completed: last.actual, deadline: deadline, facts: facts)
        }
        if deemed != last.actual {
            let early = rules.rule(on: last.actual).interval.earlyMonths
            steps.append(.anniversaryKept(actual: last.actual, deemed: deemed, earlyMonths: early))
        } else {
            steps.append(.countedFromInspection(last.actual))
        }
        return Basis(kind: .inspection, actual: last.actual, deemed: deemed)
    }

    private func adjusted(
        _ interval: CycleInterval, for facts: HouseholdFacts, steps: inout [DerivationStep]
    ) -> CycleInterval {
        if let months = facts.overrideMonths, months != interval.months {
            steps.append(.overriddenForHousehold(months: months, insteadOf: interval.months))
            return interval.withMonths(months)
        }
        if facts.overrideMonths == nil, facts.specialCare, settings[.specialCareYearly].isOn, interval.months > 12 {
            steps.append(.shortenedForSpecialCare(months: 12, insteadOf: interval.months))
            return interval.withMonths(12)
        }
        return interval
    }

    /// Months before a deadline from which an obligation may be fulfilled.
    ///
    /// The setting of the class, but never more than half of a cycle shorter than the class's own, at least a month.
    public static func windowMonths(of customerClass: CustomerClass, cycle: Int, settings: Settings) -> Int {
        let wanted = settings[customerClass.isResidential ? .residentialWindowMonths : .otherWindowMonths]
        let usual = customerClass.isResidential ? 24 : 12
        return cycle < usual ? max(1, min(wanted, cycle / 2)) : wanted
    }

    private struct Basis {
        let kind: ObligationBasis
        let actual: CalendarDate
        let deemed: CalendarDate
    }
}
