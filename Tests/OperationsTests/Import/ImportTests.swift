import Foundation
import GasService
import Operations
import PostgresTesting
import Testing

@Suite("Imports")
struct ImportTests {
    @Test(
        "a real city comes in whole, and the same files again change nothing and write no event",
        .migratedDatabase,
        arguments: [("helsinki", 13_425, 1_802), ("moscow", 17_720, 667)])
    func city(name: String, households: Int, nodes: Int) async throws {
        try await ImportFixture.with { fixture in
            let city = ImportFixture.city(name)
            let run = {
                let company = fixture.company
                return [
                    try await ImportSupplyNodes(FileImport(path: "\(city)/supply_nodes.csv")).run(into: company),
                    try await ImportHouseholds(FileImport(path: "\(city)/households.csv")).run(into: company),
                    try await ImportCrews(FileImport(path: "\(city)/crews.csv")).run(into: company),
                ]
            }
            let first = try await run()
            #expect(first.map(\.inserted) == [nodes, households, 12])
            #expect(first[1].newDistricts.count == 9)
            let events = try await fixture.sql("SELECT count(*), max(seq) FROM gasworks.archive_event")
            let again = try await run()
            #expect(again.map(\.unchanged) == [nodes, households, 12])
            #expect(again.allSatisfy { $0.inserted == 0 && $0.changed == 0 && $0.newDistricts.isEmpty })
            #expect(try await fixture.sql("SELECT count(*), max(seq) FROM gasworks.archive_event") == events)
            let faults = "SELECT v.* FROM gasworks.district AS d, gasworks.verify_chains(d.district_id) AS v"
            #expect(try await fixture.sql(faults) == "")
            let open = "SELECT count(*) FROM gasworks.inspection_obligation WHERE state = 'open'"
            #expect(try await fixture.sql(open) == String(households))
        }
    }

    @Test(
        "one bad row keeps all of a file out, and every bad row is named", .migratedDatabase)
    func allOrNothing() async throws {
        try await ImportFixture.with { fixture in
            _ = try await fixture.supply()
            _ = try await fixture.households([ImportFixture.row("0", district: "B9")])
            let problems = try await badRows {
                try await fixture.households([
                    ImportFixture.row("1"), ImportFixture.row("2", node: "B2"), ImportFixture.row("1"),
                    ImportFixture.row("3", inspected: "2026-11-25"), ImportFixture.row("0"),
                    ImportFixture.row("3", node: "B3", gasOn: "1.1.2020"), ImportFixture.row("4"),
                ])
            }
            let expected: [(Int, String, String?, RowFault, String?)] = [
                (3, "supply_node", "B2", .unknownNode, nil), (4, "account_no", "1", .duplicateKey, "2"),
                (5, "last_inspected", "2026-11-25", .dateInFuture, "2026-11-24"),
                (6, "district", "A1", .districtChanged, "B9"), (7, "gas_on", "1.1.2020", .badDate, "YYYY-MM-DD"),
                (7, "account_no", "3", .duplicateKey, "5"), (7, "supply_node", "B3", .unknownNode, nil),
            ]
            let wanted = expected.map {
                RowProblem(file: "", line: $0.0, column: $0.1, value: $0.2, fault: $0.3, expected: $0.4)
            }
            let found = problems.map {
                RowProblem(
                    file: "", line: $0.line, column: $0.column, value: $0.value, fault: $0.fault, expected: $0.expected)
            }
            #expect(found == wanted)
            #expect(try await fixture.sql("SELECT account_no FROM gasworks.household") == "0")
            #expect(try await fixture.sql("SELECT count(*) FROM gasworks.district") == "2")
        }
    }

    @Test("a dry run says what would happen and changes nothing", .migratedDatabase)
    func dryRun() async throws {
        try await ImportFixture.with { fixture in
            _ = try await fixture.supply()
            _ = try await fixture.households([ImportFixture.row("1"), ImportFixture.row("2")])
            let before = try await fixture.sql(
                "SELECT gasworks.archive_seal('A1'), (SELECT count(*) FROM gasworks.archive_event)")
            let report = try await fixture.households(
                [
                    ImportFixture.row("1"), ImportFixture.row("2", phone: "+000-555-2"),
                    ImportFixture.row("3", district: "A2"),
                ],
                isDryRun: true)
            #expect(report.isDryRun)
            #expect(report.rows == 3 && report.inserted == 1 && report.changed == 1 && report.unchanged == 1)
            #expect(report.newDistricts.map(\.text) == ["A2"])
            #expect(
                try await fixture.sql(
                    "SELECT gasworks.archive_seal('A1'), (SELECT count(*) FROM gasworks.archive_event)") == before)
        }
    }

    @Test(
        "a change is an event that names the field and not the private value; a newer inspection fulfils what was owed",
        .migratedDatabase)
    func changes() async throws {
        try await ImportFixture.with { fixture in
            _ = try await fixture.supply()
            _ = try await fixture.households([ImportFixture.row("1"), ImportFixture.row("2")])
            let report = try await fixture.households([
                ImportFixture.row("1", phone: "+000-555-777"), ImportFixture.row("2", inspected: "2026-11-02"),
            ])
            #expect(report.changed == 2)
            let events = try await fixture.sql(
                "SELECT payload FROM gasworks.archive_event WHERE kind = 'household_changed' ORDER BY account_no")
            #expect(events.contains("phone") && !events.contains("777"))
            let obligations = try await fixture.sql(
                """
                SELECT account_no, state, deadline FROM gasworks.inspection_obligation
                ORDER BY account_no, obligation_no
                """)
            #expect(obligations == "1|open|2027-07-04\n2|fulfilled|2027-07-04\n2|open|2028-11-02")
            // The file of yesterday again: what is known to be later stands.
            let stale = try await fixture.households([ImportFixture.row("2")])
            #expect(stale.unchanged == 1)
        }
    }

    @Test(
        "an imported inspection within the early window keeps the anniversary, an earlier one does not",
        .migratedDatabase)
    func anniversary() async throws {
        try await ImportFixture.with { fixture in
            _ = try await fixture.supply()
            // Both are due on 4 December 2026.
            let due = ["1", "2", "3"].map { ImportFixture.row($0, inspected: "2024-12-04") }
            _ = try await fixture.households(due)
            func bring(_ inspected: [String], phone: String = "+000-555-1") async throws -> ImportReport {
                try await fixture.households(
                    zip(["1", "2", "3"], inspected).map { ImportFixture.row($0, phone: phone, inspected: $1) })
            }
            func open() async throws -> String {
                try await fixture.sql(
                    """
                    SELECT account_no, basis_date, deemed_date, deadline FROM gasworks.inspection_obligation
                    WHERE state = 'open' ORDER BY account_no
                    """)
            }
            let expected = """
                1|2026-10-04|2026-12-04|2028-12-04
                2|2026-10-03|2026-10-03|2028-10-03
                3|2026-11-20|2026-12-04|2028-12-04
                """
            #expect(try await bring(["2026-10-04", "2026-10-03", "2026-11-20"]).changed == 3)
            #expect(try await open() == expected)
            // The same dates again, with and without other changes, derive the same.
            #expect(try await bring(["2026-10-04", "2026-10-03", "2026-11-20"]).unchanged == 3)
            #expect(try await bring(["2026-10-04", "2026-10-03", "2026-11-20"], phone: "+000-555-2").changed == 3)
            #expect(try await open() == expected)
            #expect(
                try await fixture.sql(
                    "SELECT string_agg(fulfilled_on::text, ' ' ORDER BY account_no) FROM gasworks.inspection_obligation "
                        + "WHERE state = 'fulfilled'") == "2026-10-04 2026-10-03 2026-11-20")
        }
    }

    @Test("a circle in the supply tree keeps the file out", .migratedDatabase)
    func circle() async throws {
        try await ImportFixture.with { fixture in
            _ = try await fixture.supply()
            let header = "node_id,kind,parent_id,name,latitude,longitude"
            let problems = try await badRows {
                try await fixture.supply("\(header)\nM,main,M2,Main,60.1,24.9\nM2,main,M,Main,60.1,24.9\n")
            }
            #expect(problems.map(\.fault) == [.supplyCycle, .supplyCycle])
            #expect(problems.map(\.line) == [2, 3])
            #expect(try await fixture.sql("SELECT count(*) FROM gasworks.supply_node") == "4")
        }
    }

    @Test("a crew for a district without households is taken for a slip", .migratedDatabase)
    func crews() async throws {
        try await ImportFixture.with { fixture in
            _ = try await fixture.supply()
            _ = try await fixture.households([ImportFixture.row("1")])
            let good = "A1-I1,Crew,A1,60.1,24.9,08:00,24:00,inspection"
            let problems = try await badRows {
                try await fixture.crews([good, "A11-I1,Crew,A11,60.1,24.9,08:00,17:00,inspection", good])
            }
            #expect(problems.map(\.fault) == [.unknownDistrict, .duplicateKey])
            #expect(problems.map(\.value) == ["A11", "A1-I1"])
            #expect(problems.map(\.expected) == ["A1", "2"])
            #expect(try await fixture.crews([good]).inserted == 1)
            #expect(try await fixture.sql("SELECT shift_end FROM gasworks.crew") == "1440")
        }
    }

    @Test(
        "a skill that a file of crews names no more is withdrawn, and comes back with it; one with an expiry date stays",
        .migratedDatabase)
    func skills() async throws {
        try await ImportFixture.with { fixture in
            _ = try await fixture.supply()
            _ = try await fixture.households([ImportFixture.row("1")])
            func crew(_ skills: String) async throws -> ImportReport {
                try await fixture.crews(["A1-I1,Crew,A1,60.1,24.9,22:00,06:00,\(skills)"])
            }
            func valid() async throws -> String {
                try await fixture.sql(
                    """
                    SELECT string_agg(skill, ' ' ORDER BY skill) FROM gasworks.certificate
                    WHERE gasworks.is_certified(crew_id, skill, '2026-11-24')
                    """)
            }
            #expect(try await crew("inspection;repair;emergency").inserted == 1)
            #expect(try await fixture.sql("SELECT shift_end - shift_start FROM gasworks.crew") == "480")
            _ = try await fixture.sql(
                "UPDATE gasworks.certificate SET valid_until = '2027-05-01' WHERE skill = 'emergency'")
            #expect(try await crew("repair").changed == 1)
            #expect(try await valid() == "emergency repair")
            #expect(try await crew("repair").unchanged == 1)
            #expect(try await crew("inspection;repair;emergency").changed == 1)
            #expect(try await valid() == "emergency inspection repair")
            // Withdrawn by a file, then certified by hand until a day that has passed: no file brings it back.
            _ = try await crew("repair;emergency")
            _ = try await fixture.sql(
                "UPDATE gasworks.certificate SET valid_until = '2026-01-01' WHERE skill = 'inspection'")
            #expect(try await crew("inspection;repair;emergency").unchanged == 1)
            #expect(try await valid() == "emergency repair")
            // Certified by hand without an end.
            _ = try await fixture.sql(
                "SELECT gasworks.certify_crew(gen_random_uuid(), 'A1-I1', 'inspection', NULL)")
            #expect(try await valid() == "emergency inspection repair")
        }
    }

    @Test("a file without rows, a folder and a missing file are refused", .migratedDatabase)
    func unusableFiles() async throws {
        try await ImportFixture.with { fixture in
            let problems = try await badRows { try await fixture.households([]) }
            #expect(problems.map(\.fault) == [.emptyFile])
            let missing = FileImport(path: "/nonexistent/h.csv")
            await #expect(throws: GasworksError.fileUnusable(path: "/nonexistent/h.csv", reason: .missing)) {
                try await ImportHouseholds(missing).run(into: fixture.company)
            }
            let folder = FileImport(path: fixture.folder.path)
            await #expect(throws: GasworksError.fileUnusable(path: fixture.folder.path, reason: .directory)) {
                try await ImportHouseholds(folder).run(into: fixture.company)
            }
        }
    }
}
