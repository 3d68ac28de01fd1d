import Archive
package import GasService
package import PostgresClient

/// The cycle rules and settings by which the next deadline is worked out when a job is closed.
package struct ClosingRules: Sendable {
    private let rules: [StoredCycleRule]
    private let stored: [StoredSetting]

    /// Reads all versions as a district has them; where a rule leaves its early window to a setting, the district's of a
    /// day.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func read(
        for district: DistrictID, on date: CalendarDate, by connection: PostgresConnection
    ) async throws -> ClosingRules {
        let stored = try await StoredSetting.all(on: connection)
        let settings = Settings(stored: stored, district: district, on: date)
        return ClosingRules(
            rules: try await StoredCycleRule.all(
                anniversaryMonths: settings[.anniversaryMonths], on: connection),
            stored: stored)
    }

    /// The settings of a district on a day.
    func settings(of district: DistrictID, on date: CalendarDate) -> Settings {
        Settings(stored: stored, district: district, on: date)
    }

    /// What is owed after a household's inspection was completed on a day; nil when nothing is: it is disconnected, or
    /// the job was no inspection.
    func next(after facts: ClosingFacts, completed day: CalendarDate, district: DistrictID) -> JobClosing.Next? {
        guard facts.kind == "inspection", var household = facts.household else { return nil }
        household.lastInspection = CompletedInspection(actual: day, deadline: facts.deadline)
        var settings = settings(of: district, on: day)
        if household.specialCare { settings = settings.setting(.specialCareYearly, to: true) }
        let book = RuleBook(
            stored: rules.map(\.rule), district: district, customerClass: household.customerClass,
            earlyMonths: settings[.anniversaryMonths])
        let derivation = DeadlineDerivation(rules: book, settings: settings).derive(household, asOf: day)
        return derivation.obligation.map {
            JobClosing.Next(
                opens: $0.opens, deadline: $0.deadline, deemedDate: $0.deemedDate,
                rule: rules.id(of: $0.rule))
        }
    }
}
