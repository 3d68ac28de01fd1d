import Archive
import GasService
import PostgresClient

/// One district's horizon: its problem, its plan, and the plan in the form in which it is saved.
struct DistrictHorizon: Sendable {
    let district: PlanningDistrict
    let basis: HorizonBasis
    let rows: DistrictObligations
    let frozen: FrozenPlan
    let problem: HorizonProblem

    /// Reads a district in the transaction of a snapshot.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) static func read(
        _ district: PlanningDistrict, basis: HorizonBasis, on connection: PostgresConnection
    ) async throws -> DistrictHorizon {
        let code = district.district
        let open = try await OpenObligation.all(in: code, openingBy: basis.span.upperBound, on: connection)
        let addresses = try await BuildingAddress.all(in: code, on: connection)
        let frozen = try await FrozenPlan.read(
            in: code, today: basis.today, from: basis.span.lowerBound, until: basis.span.upperBound, on: connection)
        return DistrictHorizon(
            district: district, basis: basis,
            rows: DistrictObligations(open, addresses: addresses, district: code, basis: basis), frozen: frozen)
    }

    /// Sets a problem: its days count from today, and those that keep what they have take nothing new.
    init(district: PlanningDistrict, basis: HorizonBasis, rows: DistrictObligations, frozen: FrozenPlan) {
        self.district = district
        self.basis = basis
        self.rows = rows
        self.frozen = frozen
        let capacity = basis.capacity(of: district.district)
        let cold = Set(frozen.days.map { $0.days(since: basis.today) })
        let before = basis.span.lowerBound.days(since: basis.today)
        let first = (0..<capacity.count).first { $0 >= before && !cold.contains($0) } ?? capacity.count
        var positions: [AccountNumber: Int] = [:]
        if !frozen.visits.isEmpty {
            for (position, account) in rows.accounts.enumerated() { positions[account] = position }
        }
        problem = HorizonProblem(
            from: basis.today, capacityMinutes: capacity, frozenDays: first, heldDays: cold,
            obligations: rows.obligations,
            frozen: frozen.visits.compactMap { visit in
                positions[visit.account].map { FrozenVisit(obligation: $0, date: visit.date) }
            }, policy: basis.policy(of: district.district))
    }

    /// The plan in the form in which it is saved; campaigns that stay are not saved again.
    func staged(_ plan: HorizonPlan, summary: String) -> StagedHorizonPlan {
        var stays: [AccountNumber: FrozenPlan.Visit] = [:]
        for visit in frozen.visits { stays[visit.account] = visit }
        var firsts: [Int32: StagedHorizonPlan.First] = [:]
        var campaigns: [StagedHorizonPlan.Campaign] = []
        var households: [StagedHorizonPlan.Household] = []
        campaigns.reserveCapacity(plan.campaigns.count)
        households.reserveCapacity(plan.visits.count)
        for one in plan.campaigns {
            let number = Int32(campaigns.count + 1)
            let opening = plan.visits[Int(one.visits.lowerBound)]
            if one.round == 1 {
                if opening.isFrozen {
                    if let stay = stays[rows.accounts[Int(opening.obligation)]] {
                        firsts[one.visits.lowerBound] = .earlier(planVersion: stay.planVersion, campaign: stay.campaign)
                    }
                    continue
                }
                firsts[one.visits.lowerBound] = .here(number)
                for visit in plan.visits[Int(one.visits.lowerBound)..<Int(one.visits.upperBound)] {
                    guard let deadline = CalendarDate(dayNumber: Int(visit.deadline)) else { continue }
                    households.append(
                        StagedHorizonPlan.Household(
                            campaign: number, account: rows.accounts[Int(visit.obligation)], deadline: deadline))
                }
            }
            guard let date = CalendarDate(dayNumber: Int(one.day)),
                one.round == 1 || firsts[one.visits.lowerBound] != nil
            else { continue }
            campaigns.append(
                StagedHorizonPlan.Campaign(
                    building: rows.buildings[Int(one.building)], date: date, round: one.round,
                    minutes: Int32((one.expectedSeconds + 59) / 60),
                    first: one.round == 1 ? nil : firsts[one.visits.lowerBound]))
        }
        return StagedHorizonPlan(
            district: district.district, baseVersion: district.planVersion, from: basis.span.lowerBound,
            until: basis.span.upperBound, campaigns: campaigns, households: households, summary: summary)
    }
}
