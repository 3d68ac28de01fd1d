import Archive
import GasService
import Operations
import PostgresTesting
import Testing

@Suite("Changing a cycle rule")
struct CycleRuleTests {
    private func yearly(from: String = "2027-01-01", transition: Int? = nil) throws -> ChangeCycleRule {
        let day = try #require(CalendarDate(from))
        return ChangeCycleRule(
            try RuleChange(
                of: .residential, in: .company, from: day, kind: .maximumGap, months: 12,
                earlyMonths: nil, capMonths: nil, transitionMonths: transition, source: "test"))
    }

    @Test(
        "shows first what it does and changes nothing; then does exactly that, and no chain breaks", .migratedDatabase)
    func previewThenSet() async throws {
        try await SmallTown.with(inspected: (1...9).map { "2026-0\($0)-10" }) { town in
            let open = """
                SELECT string_agg(account_no || deadline, ' ' ORDER BY account_no) FROM gasworks.inspection_obligation
                WHERE state = 'open'
                """
            let before = try await town.fixture.sql(open)
            let preview = try #require(try await yearly().preview(in: town.fixture.company).districts.first)
            #expect(try await town.fixture.sql(open) == before)
            #expect(try await town.fixture.sql("SELECT count(*) FROM gasworks.cycle_rule") == "4")
            #expect(preview.moved > 0)
            #expect(preview.moved == preview.earlier)
            #expect(preview.overdueAfter == preview.overdueBefore)

            let done = try await yearly().run(in: town.fixture.company)
            #expect(done.districts == [preview])
            let moved = "SELECT count(*) FROM gasworks.archive_event WHERE kind = 'obligation_derived'"
            #expect(try await town.fixture.sql(moved) == "\(preview.moved)")
            #expect(try await town.fixture.sql(open) != before)
            #expect(try await town.fixture.sql("SELECT gasworks.verify_chains('A1')") == "")
            let again = try #require(try await yearly().preview(in: town.fixture.company).districts.first)
            #expect(again.moved == 0)
        }
    }

    @Test(
        "makes nobody overdue by the transition, and a transition too short is proven short of hours", .migratedDatabase
    )
    func transition() async throws {
        try await SmallTown.with(households: 600, inspected: ["2025-12-10"]) { town in
            let gentle = try #require(try await yearly().preview(in: town.fixture.company).districts.first)
            #expect(gentle.overdueAfter == 0 && gentle.overdueBefore == 0)
            #expect(gentle.shortageAfter == nil)
            let harsh = try #require(
                try await yearly(from: "2026-11-25", transition: 0).preview(in: town.fixture.company).districts.first)
            #expect(harsh.overdueAfter == 0)
            #expect(harsh.shortageAfter != nil)
        }
    }

    @Test("is refused when its numbers contradict each other")
    func refusals() throws {
        let from = try #require(CalendarDate("2027-01-01"))
        for (kind, months, early, cap) in [
            (IntervalKind.calendarYear, 18, nil, nil), (.maximumGap, 0, nil, nil), (.maximumGap, 12, 12, nil),
            (.anniversary, 12, 0, nil), (.maximumGap, 24, nil, 12),
        ] as [(IntervalKind, Int, Int?, Int?)] {
            #expect(throws: GasworksError.self) {
                try RuleChange(
                    of: .residential, in: .company, from: from, kind: kind, months: months, earlyMonths: early,
                    capMonths: cap, transitionMonths: nil, source: "test")
            }
        }
    }

    @Test("explains a leap day's deadline", .migratedDatabase)
    func leapDay() async throws {
        try await SmallTown.with(households: 1, inspected: ["2024-02-29"]) { town in
            let account = try #require(AccountNumber("H0"))
            let told = try await ExplainDeadline(of: account).run(in: town.fixture.company)
            #expect(told.stored?.deadline == CalendarDate("2026-02-28"))
            #expect(told.derived?.deadline == CalendarDate("2026-02-28"))
            #expect(told.differs == false)
        }
    }

    @Test("is refused before today, and the past stands as it was", .migratedDatabase)
    func past() async throws {
        try await SmallTown.with(households: 1) { town in
            let open = "SELECT account_no, deadline, rule_id FROM gasworks.inspection_obligation"
            let before = try await town.fixture.sql(open)
            let rules = try await town.fixture.sql("SELECT count(*) FROM gasworks.cycle_rule")
            let error = await #expect(throws: GasworksError.self) {
                try await yearly(from: "2026-11-23").run(in: town.fixture.company)
            }
            guard case .changeInPast = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try await town.fixture.sql(open) == before)
            #expect(try await town.fixture.sql("SELECT count(*) FROM gasworks.cycle_rule") == rules)
        }
    }
}
