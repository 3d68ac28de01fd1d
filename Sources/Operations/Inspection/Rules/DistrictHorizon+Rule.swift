import Archive
import GasService

extension DistrictHorizon {
    /// The problem with the obligations of one class derived anew under a rule.
    ///
    /// Obligations whose window opens only after the horizon now may open within it: they are added to their building.
    func replacing(_ derivation: DistrictDerivation, rule: CycleRule) -> HorizonProblem {
        var obligations = problem.obligations
        var positions: [AccountNumber: Int] = [:]
        for (position, account) in rows.accounts.enumerated() { positions[account] = position }
        var buildings: [BuildingID: (number: Int, street: Int)] = [:]
        for (number, building) in rows.buildings.enumerated() { buildings[building] = (number, number) }
        for one in obligations { buildings[rows.buildings[Int(one.building)]] = (Int(one.building), Int(one.street)) }
        let book = basis.ruleBook(of: rule.customerClass, in: district.district, adding: rule)
        let settings = basis.settings(of: district.district)
        for pair in derivation.pairs {
            let due = pair.derived
            guard due.opens <= basis.span.upperBound else { continue }
            let interval = followingInterval(pair, book: book)
            let place = buildings[pair.stored.building] ?? (rows.buildings.count, rows.buildings.count)
            let planned = PlanningObligation(
                building: place.number, street: place.street, opens: due.opens, deadline: due.deadline,
                serviceMinutes: settings.visitMinutes(of: rule.customerClass), cycleMonths: interval.months,
                windowMonths: due.windowMonths, earlyMonths: interval.earlyMonths)
            if let position = positions[pair.stored.account] {
                obligations[position] = planned
            } else {
                obligations.append(planned)
            }
        }
        var changed = problem
        changed.obligations = obligations
        return changed
    }

    /// The interval of the cycle after the derived one, adjusted as the derived one is.
    private func followingInterval(_ pair: DistrictDerivation.Pair, book: RuleBook) -> CycleInterval {
        let usual = book.rule(on: pair.derived.deadline).interval
        if let own = pair.stored.facts.overrideMonths { return usual.withMonths(own) }
        return pair.derived.interval.months < pair.derived.rule.interval.months
            ? usual.withMonths(min(usual.months, pair.derived.interval.months)) : usual
    }
}
