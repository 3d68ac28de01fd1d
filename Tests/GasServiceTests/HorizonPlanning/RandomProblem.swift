import GasService

/// Small random districts of every shape: tight, loose, overdue, frozen, with weekends and with cycles that recur.
enum RandomProblem {
    static let from = day("2026-11-25")

    static func make(_ random: inout SeededRandom, recurring: Bool) -> HorizonProblem {
        let days = 10 + random.below(80)
        let perDay = 10 * (3 + random.below(7))
        let capacity = (0..<days).map { from.adding(days: $0).weekday.isWeekend ? 0 : perDay }
        let frozenDays = random.below(3) == 0 ? random.below(6) : 0
        let obligations = (0..<random.below(70)).map { _ in
            let deadline = from.adding(days: random.below(days + 30) - (random.below(8) == 0 ? 20 : 0))
            let cycle = recurring ? 1 + random.below(3) : 24
            return PlanningObligation(
                building: random.below(6), street: 0, opens: deadline.adding(days: -random.below(60)),
                deadline: deadline, serviceMinutes: 2 + random.below(9), cycleMonths: cycle,
                windowMonths: recurring ? random.below(2) : 12, earlyMonths: random.below(2))
        }
        let heldDays = random.below(4) == 0 ? Set([frozenDays + 1 + random.below(8)]) : []
        let frozenOrHeld = Array(0..<frozenDays) + heldDays.sorted()
        var frozen: [FrozenVisit] = []
        if !frozenOrHeld.isEmpty {
            for index in obligations.indices where random.below(12) == 0 {
                let date = from.adding(days: frozenOrHeld[random.below(frozenOrHeld.count)])
                frozen.append(FrozenVisit(obligation: index, date: date))
            }
        }
        let policy = RevisitPolicy(
            firstSuccess: 0.5 + Double(random.below(6)) / 10, revisitSuccess: 0.5, rounds: random.below(3),
            gapDays: 1 + random.below(9), reserveDays: random.below(20))
        return HorizonProblem(
            from: from, capacityMinutes: capacity, frozenDays: frozenDays, heldDays: heldDays,
            obligations: obligations, frozen: frozen, policy: policy)
    }
}
