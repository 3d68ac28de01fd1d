package import Archive
import FoundationEssentials
import GasService
import PostgresClient

/// Lets another cycle hold for a class from a day on, or shows first what that would do.
package struct ChangeCycleRule: Sendable {
    private let change: RuleChange

    /// Makes a change.
    package init(_ change: RuleChange) { self.change = change }

    /// What the change would do; nothing is changed.
    ///
    /// - Throws: `GasworksError`: `changeInPast`, `unknownDistrict`, `emptyDatabase`.
    nonisolated(nonsending) package func preview(
        in database: GasworksDatabase, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> RuleChangeReport {
        let change = change
        return try await database.snapshot { connection in
            let basis = try await Self.basis(of: change, on: connection)
            let reached = Self.reached(by: change, basis)
            var districts: [RuleChangeReport.DistrictChange] = []
            for (place, district) in reached.enumerated() {
                progress(place, reached.count)
                districts.append(try await Self.preview(change.rule, in: district, basis: basis, on: connection))
            }
            return RuleChangeReport(id: nil, isPreview: true, districts: districts)
        }
    }

    /// Stores the rule and derives the open obligations it reaches anew, all in one transaction.
    ///
    /// - Returns: What it did.
    /// - Throws: `GasworksError`: `changeInPast`, `unknownDistrict`, `roleRefused`.
    nonisolated(nonsending) package func run(
        in database: GasworksDatabase, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> RuleChangeReport {
        let before = try await preview(in: database, progress: progress)
        let change = change
        let command = UUID()
        let id = try await database.write("inspection rule set") { connection in
            let rule = change.rule
            try await rule.store(as: command, source: change.source, on: connection)
            let basis = try await Self.basis(of: change, on: connection)
            var id: Int32?
            for district in Self.reached(by: change, basis) {
                let rules = basis.rules(of: district.district)
                id = rules.id(of: rule)
                let derived = try await Self.derive(rule.customerClass, in: district, basis: basis, on: connection)
                let staged = derived.pairs.compactMap { pair in
                    rules.id(of: pair.derived.rule).map {
                        StagedObligations.Derived(account: pair.stored.account, obligation: pair.derived, ruleID: $0)
                    }
                }
                // The district's own command log keeps the answer: the id must differ from the rule's there.
                _ = try await StagedObligations.apply(staged, in: district.district, as: UUID(), on: connection)
            }
            return id
        }
        return RuleChangeReport(id: id.map(Int.init), isPreview: false, districts: before.districts)
    }

    nonisolated(nonsending) private static func basis(
        of change: RuleChange, on connection: PostgresConnection
    ) async throws -> HorizonBasis {
        let district = change.rule.district.isCompany ? nil : change.rule.district
        let basis = try await HorizonBasis.read(HorizonRequest(district: district), on: connection)
        guard change.rule.validFrom >= basis.today else {
            throw GasworksError.changeInPast(
                name: "cycle of \(change.rule.customerClass.rawValue)", validFrom: change.rule.validFrom,
                today: basis.today)
        }
        return basis
    }

    private static func reached(by change: RuleChange, _ basis: HorizonBasis) -> [PlanningDistrict] {
        basis.districts.filter { change.rule.district.isCompany || $0.district == change.rule.district }
    }

    nonisolated(nonsending) private static func derive(
        _ customerClass: CustomerClass, in district: PlanningDistrict, adding rule: CycleRule? = nil,
        basis: HorizonBasis, on connection: PostgresConnection
    ) async throws -> DistrictDerivation {
        let code = district.district
        let open = try await DerivedObligation.all(of: customerClass, in: code, on: connection)
        return DistrictDerivation(
            open, rules: basis.ruleBook(of: customerClass, in: code, adding: rule), settings: basis.settings(of: code),
            today: basis.today)
    }

    nonisolated(nonsending) private static func preview(
        _ rule: CycleRule, in district: PlanningDistrict, basis: HorizonBasis, on connection: PostgresConnection
    ) async throws -> RuleChangeReport.DistrictChange {
        let derived = try await derive(rule.customerClass, in: district, adding: rule, basis: basis, on: connection)
        let horizon = try await DistrictHorizon.read(district, basis: basis, on: connection)
        let after = horizon.replacing(derived, rule: rule)
        let moved = derived.moved
        let shift = moved.reduce(0) { $0 + $1.derived.deadline.days(since: $1.stored.deadline) }
        return RuleChangeReport.DistrictChange(
            district: district.district, obligations: derived.pairs.count, moved: moved.count,
            earlier: moved.filter { $0.derived.deadline < $0.stored.deadline }.count,
            later: moved.filter { $0.derived.deadline > $0.stored.deadline }.count,
            meanShiftDays: moved.isEmpty ? 0 : Double(shift) / Double(moved.count),
            overdueBefore: derived.pairs.filter { $0.stored.deadline < basis.today }.count,
            overdueAfter: derived.pairs.filter { $0.derived.deadline < basis.today }.count,
            months: MonthlyWork(before: horizon.problem, after: after).months,
            shortageBefore: HorizonPlanner(horizon.problem).shortage().map { .init($0) },
            shortageAfter: HorizonPlanner(after).shortage().map { .init($0) })
    }
}
