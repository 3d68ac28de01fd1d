import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

struct HouseholdImportTests {
    @Test(.gasworks) func `the same file twice changes nothing and writes no event`() async throws {
        try await SmallCity.found()
        let before = try await archive()
        try await (session(as: .administrator)).simpleQuery(unsafeSQL: SmallCity.households())
        #expect(try await archive() == before)
    }

    @Test(.gasworks) func `a changed row is one event that names the fields and holds no private value`() async throws {
        try await SmallCity.found()
        let administrator = try await session(as: .administrator)
        try await administrator.simpleQuery(
            unsafeSQL: SmallCity.households {
                $0.replacing("'+358 40 7'", with: "'+358 99 7'").replacing("'Name 7'", with: "'Nobody'")
            })
        let events = try await TestDatabase.current.sql(
            "SELECT account_no, payload FROM gasworks.archive_event WHERE kind = 'household_changed'")
        #expect(events == #"H07|{"changed":["name","phone"],"values":{}}"#)
        let phone = try await TestDatabase.current.sql("SELECT phone FROM gasworks.household WHERE account_no = 'H07'")
        #expect(phone == "+358 99 7")
        #expect(try await SmallCity.faults().isEmpty)
    }

    @Test(.gasworks) func `a newer inspection in the file fulfils the obligation and opens the next`() async throws {
        try await SmallCity.found()
        let administrator = try await session(as: .administrator)
        try await administrator.simpleQuery(
            unsafeSQL: SmallCity.households { rows in
                rows.replacing(
                    "DATE '2025-01-10', DATE '2026-01-10', DATE '2027-01-10'",
                    with: "DATE '2026-10-01', DATE '2027-10-01', DATE '2028-10-01'", maxReplacements: 1)
            })
        let owed = try await TestDatabase.current.sql(
            """
            SELECT state, deadline, fulfilled_on FROM gasworks.inspection_obligation WHERE account_no = 'H01'
            ORDER BY obligation_no
            """)
        #expect(owed == "fulfilled|2027-01-10|2026-10-01\nopen|2028-10-01|")
    }

    @Test(.gasworks) func `an inspection recorded here is not undone by an older file`() async throws {
        try await SmallCity.found()
        let crew = try await session(as: .crew)
        _ = try await Closing(job: try await SmallCity.job(of: "H01")).report(on: crew)
        let before = try await archive()
        try await (session(as: .administrator)).simpleQuery(unsafeSQL: SmallCity.households())
        #expect(try await archive() == before)
    }

    @Test(
        .gasworks,
        arguments: [
            ("'H02'", "'H01'", "2|account_no|duplicate_key"),
            ("'RISER', 'M3'", "'NOWHERE', 'M3'", "3|supply_node|unknown_node"),
            (
                "'1', '2', 'A1',\n 60.17, 24.94, 'RISER', 'M4'", "'1', '2', 'A2',\n 60.17, 24.94, 'RISER', 'M4'",
                "4|district|district_changed"
            ),
            ("DATE '2027-01-10',\n (SELECT", "DATE '2027-01-11',\n (SELECT", "1|last_inspected|deadline_beyond_rule"),
        ])
    func `a file with a bad row is refused as a whole, with its line and column`(
        right: String, wrong: String, problem: String
    ) async throws {
        try await SmallCity.found()
        let before = try await archive()
        let administrator = try await session(as: .administrator)
        let rows = SmallCity.households { $0.replacing(right, with: wrong, maxReplacements: 1) }
        let staged = rows.replacing(
            "SELECT check_household_import();\nSELECT apply_household_import('test');\nCOMMIT;", with: "")
        #expect(staged != rows)
        try await administrator.simpleQuery(unsafeSQL: staged)
        let problems = try await administrator.query(
            "SELECT line || '|' || column_name || '|' || problem FROM check_household_import()", as: (String.self))
        #expect(problems == [problem])
        let refused = await refusal { try await administrator.execute("SELECT apply_household_import('test')") }
        #expect(refused?.message == "import_not_checked")
        try await administrator.simpleQuery(unsafeSQL: "ROLLBACK")
        #expect(try await archive() == before)
    }

    @Test(.gasworks) func `rows that come after the check are not applied`() async throws {
        try await SmallCity.found()
        let administrator = try await session(as: .administrator)
        let late = SmallCity.households().replacing(
            "SELECT apply_household_import('test');",
            with: """
                INSERT INTO pg_temp.staged_household (line, account_no) VALUES (99, 'LATE');
                SELECT apply_household_import('test');
                """)
        let refused = await refusal { try await administrator.simpleQuery(unsafeSQL: late) }
        #expect(refused?.message == "import_not_checked")
    }

    private func archive() async throws -> String {
        try await TestDatabase.current.sql(
            "SELECT count(*), md5(string_agg(h::text, '' ORDER BY account_no)) FROM gasworks.household AS h"
                + "; SELECT count(*) FROM gasworks.archive_event; SELECT count(*) FROM gasworks.inspection_obligation")
    }
}
