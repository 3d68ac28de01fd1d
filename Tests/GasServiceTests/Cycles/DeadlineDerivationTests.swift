import GasService
import Testing

@Suite("The deadline of a household")
struct DeadlineDerivationTests {
    private let today = day("2026-11-24")

    private func derive(
        _ facts: HouseholdFacts, rules: [CycleRule] = [], settings: Settings = .standard
    ) -> Derivation {
        let book = RuleBook(stored: rules, district: .company, customerClass: facts.customerClass)
        return DeadlineDerivation(rules: book, settings: settings).derive(facts, asOf: today)
    }

    private func home(last: String?, answering deadline: String? = nil, gasOn: String = "2010-01-01") -> HouseholdFacts
    {
        let inspection = last.map { CompletedInspection(actual: day($0), deadline: deadline.map(day)) }
        return HouseholdFacts(customerClass: .residential, gasOn: day(gasOn), lastInspection: inspection)
    }

    private func rule(_ kind: IntervalKind, _ months: Int, early: Int = 0, cap: Int? = nil, from: String) throws
        -> CycleRule
    {
        let interval = try #require(CycleInterval(kind: kind, months: months, earlyMonths: early, capMonths: cap))
        return CycleRule(
            district: .company, customerClass: .residential, validFrom: day(from), interval: interval)
    }

    @Test(
        "is two years after a home's last inspection, one year after any other's, leap days included",
        arguments: [
            (CustomerClass.residential, "2025-07-04", "2027-07-04"), (.residential, "2024-02-29", "2026-02-28"),
            (.commercial, "2024-02-29", "2025-02-28"), (.industrial, "2026-03-01", "2027-03-01"),
            (.heating, "2026-10-15", "2027-10-15"),
        ])
    func standardCycles(customerClass: CustomerClass, last: String, deadline: String) {
        let facts = HouseholdFacts(
            customerClass: customerClass, gasOn: day("2010-01-01"),
            lastInspection: CompletedInspection(actual: day(last)))
        #expect(derive(facts).obligation?.deadline == day(deadline))
    }

    @Test(
        "keeps the anniversary up to two months early, and starts anew a day earlier or when late",
        arguments: [
            ("2026-05-10", "2028-07-10"), ("2026-05-09", "2028-05-09"), ("2026-07-10", "2028-07-10"),
            ("2026-07-11", "2028-07-11"),
        ])
    func anniversary(completed: String, next: String) {
        let derivation = derive(home(last: completed, answering: "2026-07-10"))
        #expect(derivation.obligation?.deadline == day(next))
        #expect(derivation.obligation?.basisDate == day(completed))
    }

    @Test("counts from gas-on for a new household, and from gas-on again after a reconnection")
    func gasOn() {
        let new = derive(home(last: nil, gasOn: "2026-08-22")).obligation
        #expect(new?.deadline == day("2028-08-22") && new?.basis == .gasOn)
        let again = derive(home(last: "2024-01-01", gasOn: "2026-10-01")).obligation
        #expect(again?.deadline == day("2028-10-01") && again?.basis == .gasOn)
        let inspectedThatDay = derive(home(last: "2026-10-01", gasOn: "2026-10-01")).obligation
        #expect(inspectedThatDay?.basis == .inspection)
    }

    @Test("is suspended while the household is disconnected")
    func suspended() {
        var facts = home(last: "2024-01-01")
        facts.gasOff = day("2026-11-24")
        #expect(derive(facts).obligation == nil)
        #expect(derive(facts).steps == [.suspended(since: day("2026-11-24"))])
        facts.gasOff = day("2026-11-25")
        #expect(derive(facts).obligation != nil)
    }

    @Test("by calendar year is the year's end, but never past the cap of months")
    func calendarYear() throws {
        let yearly = try rule(.calendarYear, 12, cap: 15, from: "2000-01-01")
        let spring = derive(home(last: "2026-03-10"), rules: [yearly]).obligation
        #expect(spring?.deadline == day("2027-06-10"))
        let autumn = derive(home(last: "2026-11-10"), rules: [yearly]).obligation
        #expect(autumn?.deadline == day("2027-12-31"))
        #expect(autumn?.opens == day("2027-01-01"))
    }

    @Test("by anniversary window or gap may be capped from the day really inspected")
    func capped() throws {
        let capped = try rule(.anniversary, 12, early: 2, cap: 13, from: "2000-01-01")
        let early = derive(home(last: "2026-05-10", answering: "2026-07-10"), rules: [capped]).obligation
        #expect(early?.deemedDate == day("2026-07-10"))
        #expect(early?.deadline == day("2027-06-10"))
    }

    @Test(
        "under a shorter rule ends with the transition at the latest, and never moves later or into the past",
        arguments: [
            ("2024-12-31", "2026-12-31"), ("2025-03-01", "2027-03-01"), ("2025-12-31", "2027-12-31"),
            ("2026-06-01", "2028-01-01"), ("2027-02-01", "2028-02-01"),
        ])
    func shorterRule(last: String, deadline: String) throws {
        let yearly = try rule(.maximumGap, 12, early: 2, from: "2027-01-01")
        let derivation = derive(home(last: last), rules: [yearly])
        #expect(derivation.obligation?.deadline == day(deadline))
    }

    @Test("under a shorter rule with a transition of its own is shortened to that")
    func shortTransition() throws {
        let interval = CycleInterval.gap(months: 12)
        let yearly = CycleRule(
            district: .company, customerClass: .residential, validFrom: day("2027-01-01"), interval: interval,
            transitionMonths: 3)
        #expect(derive(home(last: "2025-06-01"), rules: [yearly]).obligation?.deadline == day("2027-04-01"))
        #expect(derive(home(last: "2026-06-01"), rules: [yearly]).obligation?.deadline == day("2027-06-01"))
    }

    @Test("under a longer rule lengthens while open; who was overdue stays overdue")
    func longerRule() throws {
        let slower = try rule(.maximumGap, 36, from: "2026-06-01")
        #expect(derive(home(last: "2024-07-01"), rules: [slower]).obligation?.deadline == day("2027-07-01"))
        let overdue = derive(home(last: "2024-05-01"), rules: [slower])
        #expect(overdue.obligation?.deadline == day("2026-05-01"))
        #expect(overdue.steps.contains(.ruleChangedTooLate(slower, deadline: day("2026-05-01"))))
    }

    @Test("follows the household's own cycle, and a year for special care where that is set")
    func overrides() {
        var facts = home(last: "2026-01-15")
        facts.specialCare = true
        #expect(derive(facts).obligation?.deadline == day("2028-01-15"))
        let yearly = Settings.standard.setting(.specialCareYearly, to: true)
        #expect(derive(facts, settings: yearly).obligation?.deadline == day("2027-01-15"))
        facts.overrideMonths = 6
        #expect(derive(facts, settings: yearly).obligation?.deadline == day("2026-07-15"))
        #expect(derive(facts).obligation?.opens == day("2026-04-15"))
    }

    @Test("is governed by the district's own rule from its first version on")
    func districtRule() throws {
        let district = try #require(DistrictID("QD"))
        let own = CycleRule(
            district: district, customerClass: .residential, validFrom: day("2020-01-01"), interval: .gap(months: 12))
        let company = try rule(.maximumGap, 36, from: "2022-01-01")
        let book = RuleBook(stored: [company, own], district: district, customerClass: .residential)
        #expect(book.rule(on: day("2026-01-01")).interval.months == 12)
        #expect(book.rule(on: day("2019-12-31")).interval.months == 24)
        let elsewhere = RuleBook(stored: [company, own], district: .company, customerClass: .residential)
        #expect(elsewhere.rule(on: day("2026-01-01")).interval.months == 36)
    }
}
