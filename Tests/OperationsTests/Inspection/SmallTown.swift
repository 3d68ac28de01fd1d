import Archive
import EmbeddedPostgres
import GasService
import Operations
import PostgresTesting

/// A town of one district with two streets of buildings and one crew, imported into the test's database.
///
/// Its clock stands at noon of 24 November 2026, as `ImportFixture`'s.
struct SmallTown {
    let fixture: ImportFixture

    /// Lends a town of so many households, inspected on the days of `inspected` in turn.
    static func with(
        households: Int = 60, skills: String = "inspection",
        inspected: [String] = (0..<84).map { "2025-\(padded(1 + $0 % 12))-\(padded(1 + $0 % 28))" },
        _ body: (SmallTown) async throws -> Void
    ) async throws {
        try await ImportFixture.with { fixture in
            _ = try await fixture.supply()
            _ = try await fixture.households(
                (0..<households).map { number in
                    "H\(number),residential,,Street\(number / 30) \(1 + number / 10),B\(number / 10),\(number % 10),1,A1,60.1,"
                        + "24.9,B1,,,,,2020-01-01,\(inspected[number % inspected.count])"
                })
            _ = try await fixture.crews(["C1,Crew,A1,60.1,24.9,08:00,17:00,\(skills)"])
            try await body(SmallTown(fixture: fixture))
        }
    }

    /// A number in two digits.
    static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Another dispatcher's way into the same database.
    static func colleague(_ name: String, now: String = "2026-11-24T12:00:00Z") async throws -> GasworksDatabase {
        try await GasworksDatabase.open(
            url: TestDatabase.current.connectionURL(role: .dispatcher), for: name, at: Instant(now))
    }

    /// Plans from today for two years.
    @discardableResult
    func plan(insists: Bool = false) async throws -> [HorizonReport] {
        try await PlanHorizon(HorizonRequest(insists: insists)).run(in: fixture.company)
    }

    /// Every campaign with its households, as one text.
    func campaigns(where condition: String = "true") async throws -> String {
        try await fixture.sql(
            """
            SELECT c.plan_version, c.campaign_no, c.planned_date, c.building_id, c.round, c.minutes, c.first_no,
                   (SELECT string_agg(m.account_no, ' ' ORDER BY m.account_no) FROM gasworks.campaign_household AS m
                    WHERE (m.plan_version, m.campaign_no) = (c.plan_version, c.campaign_no))
            FROM gasworks.campaign AS c WHERE \(condition) ORDER BY c.plan_version, c.campaign_no
            """)
    }
}
