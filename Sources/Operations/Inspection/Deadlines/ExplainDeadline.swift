package import Archive
package import GasService
import PostgresClient

/// How the deadline of a household came about, and what was done about it so far.
package struct DeadlineExplanation: Sendable {
    /// The household, masked.
    package let household: MaskedHousehold
    /// Today, by which it is judged.
    package let today: CalendarDate
    /// The steps by which the deadline follows.
    package let steps: [DerivationStep]
    /// What is due by the rules as they are today; nil while the household is disconnected.
    package let derived: Obligation?
    /// What is stored as due; nil while nothing is.
    package let stored: DerivedObligation?
    /// The rule that governs the stored obligation.
    package let rule: StoredCycleRule?
    /// Visits for the open obligation.
    package let visits: [VisitMade]
    /// What the attempts amount to.
    package let ladder: AttemptLadder
    /// Coming campaigns of the household.
    package let campaigns: [PlannedCampaign]
    /// Agreed appointments that are still to come.
    package let appointments: [Appointment]

    /// Whether rules or settings say another deadline today than the one that stands.
    package var differs: Bool { derived != nil && stored != nil && derived?.deadline != stored?.deadline }
}

/// Explains a household's deadline.
package struct ExplainDeadline: Sendable {
    private let account: AccountNumber

    /// Explains the deadline of an account.
    package init(of account: AccountNumber) { self.account = account }

    /// Reads and derives.
    ///
    /// - Throws: `GasworksError.unknownAccount`.
    nonisolated(nonsending) package func run(in database: GasworksDatabase) async throws -> DeadlineExplanation {
        let zone = database.installation.timeZone
        let account = account
        return try await database.snapshot { connection in
            let (present, today) = try await connection.queryOne(
                "SELECT present(), today()", as: (Instant.self, CalendarDate.self))
            let household = try await HouseholdLookup(on: connection).household(account)
            let district = household.district
            let settings = Settings(
                stored: try await StoredSetting.all(on: connection), district: district, on: today)
            let rules = try await StoredCycleRule.all(
                anniversaryMonths: settings[.anniversaryMonths], on: connection)
            let stored = try await DerivedObligation.open(of: account, in: district, on: connection)
            let book = RuleBook(
                stored: rules.map(\.rule), district: district, customerClass: household.customerClass,
                earlyMonths: settings[.anniversaryMonths])
            let derivation = DeadlineDerivation(rules: book, settings: settings)
                .derive(stored?.facts ?? household.facts, asOf: today)
            var visits: [VisitMade] = []
            if let stored {
                visits = try await VisitMade.all(for: stored.number, of: account, in: district, on: connection)
            }
            let attempts = visits.map { Attempt(date: zone.date(of: $0.closedAt), slot: $0.slot, result: $0.result) }
            return DeadlineExplanation(
                household: household, today: today, steps: derivation.steps, derived: derivation.obligation,
                stored: stored, rule: rules.first { $0.id == stored?.ruleID }, visits: visits,
                ladder: AttemptLadder(attempts, settings: settings),
                campaigns: try await PlannedCampaign.all(of: account, in: district, from: today, on: connection),
                appointments: try await Appointment.all(of: account, in: district, from: present, on: connection))
        }
    }
}

extension MaskedHousehold {
    /// What a deadline would be derived from, as far as the household itself tells.
    fileprivate var facts: HouseholdFacts {
        HouseholdFacts(
            customerClass: customerClass, gasOn: gasOn, gasOff: gasOff,
            lastInspection: lastInspected.map { CompletedInspection(actual: $0) }, overrideMonths: cycleMonths,
            specialCare: needsSpecialCare)
    }
}
