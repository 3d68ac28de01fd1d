import Archive
import GasService
import PostgresClient

/// What the plans of all districts are made from, as it was at one moment.
struct HorizonBasis: Sendable {
    let today: CalendarDate
    /// The days that are planned; those from today to its beginning keep what they have.
    let span: ClosedRange<CalendarDate>
    let districts: [PlanningDistrict]
    let companySettings: Settings
    let storedSettings: [StoredSetting]
    private let settings: [DistrictID: Settings]
    private let rules: [Int: [StoredCycleRule]]
    private let rates: [DistrictID: SuccessCounts]
    private let hours: DistrictHours

    /// Reads it in the transaction of a snapshot.
    ///
    /// - Throws: `emptyDatabase`, `unknownDistrict`, `dayInPast`, `invalidValue`; `PostgresError`.
    nonisolated(nonsending) static func read(
        _ request: HorizonRequest, on connection: PostgresConnection
    ) async throws -> HorizonBasis {
        let today = try await connection.queryOne("SELECT today()", as: (CalendarDate.self))
        let span = try request.span(today: today)
        let all = try await PlanningDistrict.all(on: connection)
        guard !all.isEmpty else { throw GasworksError.emptyDatabase }
        if let wanted = request.district, !all.contains(where: { $0.district == wanted }) {
            throw GasworksError.unknownDistrict(wanted.text)
        }
        let stored = try await StoredSetting.all(on: connection)
        let company = Settings(stored: stored, district: .company, on: today)
        var settings: [DistrictID: Settings] = [:]
        for one in all { settings[one.district] = Settings(stored: stored, district: one.district, on: today) }
        var rules: [Int: [StoredCycleRule]] = [:]
        for months in Set(settings.values.map { $0[.anniversaryMonths] }).union([company[.anniversaryMonths]]) {
            rules[months] = try await StoredCycleRule.all(anniversaryMonths: months, on: connection)
        }
        let crews = try await CrewHours.all(from: today, on: connection)
        let basis = HorizonBasis(
            today: today, span: span, districts: all, companySettings: company, storedSettings: stored,
            settings: settings, rules: rules, rates: try await SuccessCounts.all(before: today, on: connection),
            hours: DistrictHours(of: [], among: [], from: today, days: 0, company: company))
        return basis.dividing(crews)
    }

    /// The settings of a district.
    func settings(of district: DistrictID) -> Settings { settings[district] ?? companySettings }

    /// The stored cycle rules, with the early window that the district's settings give to those that leave it open.
    func rules(of district: DistrictID) -> [StoredCycleRule] {
        rules[settings(of: district)[.anniversaryMonths]] ?? []
    }

    /// The rules that govern a class in a district.
    func ruleBook(of customerClass: CustomerClass, in district: DistrictID, adding rule: CycleRule? = nil) -> RuleBook {
        RuleBook(
            stored: rules(of: district).map(\.rule) + (rule.map { [$0] } ?? []), district: district,
            customerClass: customerClass, earlyMonths: settings(of: district)[.anniversaryMonths])
    }

    /// How often crews got in, in a district.
    func rates(of district: DistrictID) -> (first: SuccessRate, revisit: SuccessRate) {
        let counts = rates[district] ?? SuccessCounts()
        return (counts.firstRate(settings(of: district)), counts.revisitRate(settings(of: district)))
    }

    /// What is expected of doors that stay shut, in a district.
    func policy(of district: DistrictID) -> RevisitPolicy {
        let (first, revisit) = rates(of: district)
        return RevisitPolicy(
            settings: settings(of: district), firstSuccess: first.mean, revisitSuccess: revisit.mean)
    }

    /// Minutes of crews inside the households of a district, day by day from today on.
    func capacity(of district: DistrictID) -> [Int] { hours[district] }

    /// Days from today to the end of the span.
    var dayCount: Int { span.upperBound.days(since: today) + 1 }

    private func dividing(_ crews: [CrewHours]) -> HorizonBasis {
        let work = districts.map { one in
            DistrictHours.District(
                district: one.district, settings: settings(of: one.district), yearlyWork: yearlyMinutes(of: one))
        }
        return HorizonBasis(
            today: today, span: span, districts: districts, companySettings: companySettings,
            storedSettings: storedSettings, settings: settings, rules: rules, rates: rates,
            hours: DistrictHours(of: crews, among: work, from: today, days: dayCount, company: companySettings))
    }

    /// The minutes of work that a district's households make in a year, revisits included.
    private func yearlyMinutes(of one: PlanningDistrict) -> Double {
        let settings = settings(of: one.district)
        let visits = policy(of: one.district).expectedVisits
        return one.households.reduce(0) { sum, entry in
            let months = ruleBook(of: entry.key, in: one.district).rule(on: today).interval.months
            let minutes = settings.visitMinutes(of: entry.key)
            return sum + Double(entry.value * minutes) * visits * 12 / Double(months)
        }
    }
}

extension Settings {
    /// Minutes of an inspection of a class.
    func visitMinutes(of customerClass: CustomerClass) -> Int {
        self[customerClass.isResidential ? .residentialVisitMinutes : .otherVisitMinutes]
    }
}
