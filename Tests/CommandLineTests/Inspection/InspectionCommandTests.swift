import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

@Suite("Commands about inspections")
struct InspectionCommandTests {
    private let now = "--now=2026-11-24T12:00:00Z"

    /// The program on a city that was just imported, at noon of 24 November 2026.
    private func withCity(
        _ name: String, in zone: String, _ body: (CommandLineProgram) async throws -> Void
    ) async throws {
        let database = try TestDatabase.current
        try await database.sql("SELECT gasworks.install('\(zone)', true)")
        let program = CommandLineProgram(["GASWORKS_DATABASE_URL": database.connectionURL(role: .administrator)])
        let city = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "deploy/cities/\(name)").path
        for (noun, file) in [("supply", "supply_nodes"), ("household", "households"), ("crew", "crews")] {
            let outcome = try await program.run(noun, "import", "\(city)/\(file).csv", now)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        try await body(program)
    }

    private func objects(_ outcome: CommandLineProgram.Outcome) throws -> [[String: Any]] {
        try #require(try outcome.json() as? [[String: Any]], "\(outcome.errors)")
    }

    @Test(
        "A real city is planned, and its figures are the lengths of their lists", .migratedDatabase,
        arguments: [("helsinki", "Europe/Helsinki"), ("moscow", "Europe/Moscow")])
    func city(name: String, zone: String) async throws {
        try await withCity(name, in: zone) { program in
            let planned = try await program.run("inspection", "plan", now, "--format", "json")
            #expect(planned.errors == "")
            let plans = try objects(planned)
            #expect(plans.count == 9)
            #expect(plans.allSatisfy { $0["verdict"] as? String != nil && $0["version"] as? Int == 1 })
            let campaigns = try objects(
                try await program.run("inspection", "campaign", "list", now, "--format", "json"))
            let id = try #require(campaigns.first?["id"] as? String)
            let shown = try await program.run("inspection", "campaign", "show", id, now, "--format", "json")
            #expect((try shown.json() as? [String: Any])?["id"] as? String == id)

            let lines = try objects(
                try await program.run("inspection", "coverage", "--year", "2026", now, "--format", "json"))
            for figure in ["overdue", "not_yet_due", "imported", "carried_overdue"] {
                let counted = lines.reduce(0) { sum, line in
                    let figures = line["figures"] as? [String: [String: Any]]
                    return sum + (figures?[figure]?["numerator"] as? Int ?? 0)
                }
                let list = try await program.run(
                    "inspection", "coverage", "--year", "2026", "--list", figure, now, "--format", "csv")
                #expect(list.output.split(separator: "\r\n").count - 1 == counted, "\(figure)")
            }
        }
    }

    @Test("A dispatcher asks what is due and why, agrees a time, and previews another rule", .migratedDatabase)
    func dispatcher() async throws {
        try await withCity("helsinki", in: "Europe/Helsinki") { program in
            let due = try objects(
                try await program.run(
                    "inspection", "due", "--until", "2026-12-10", "--district", "C1", now, "--format", "json"))
            let account = try #require(due.first?["account_no"] as? String)
            #expect(due.first?["overdue"] as? Bool == true)
            let agreed = try await program.run(
                "inspection", "appointment", "add", account, "--from", "2026-12-01T18:00", "--until", "20:00", now,
                "--format", "json")
            let made = try #require(try agreed.json() as? [String: Any], "\(agreed.errors)")
            #expect(made["from"] as? String == "2026-12-01T16:00:00Z")
            let why = try await program.run("inspection", "why", account, now, "--format", "json", "--lang", "zh")
            let told = try #require(try why.json() as? [String: Any], "\(why.errors)")
            #expect(told["deadline"] as? String == due.first?["deadline"] as? String)
            #expect((told["appointments"] as? [Any])?.count == 1)
            #expect((told["explanation"] as? [String])?.contains { $0.contains("到期日") } == true)
            let preview = try await program.run(
                "inspection", "rule", "set", "--class", "residential", "--months", "12", "--from", "2027-01-01",
                "--preview", now, "--format", "json")
            let change = try #require(try preview.json() as? [String: Any], "\(preview.errors)")
            #expect(change["preview"] as? Bool == true)
            #expect(change["moved"] as? Int ?? 0 > 4000)
            #expect(change["overdue_at_once"] as? Int == 0)
            let rules = try objects(try await program.run("inspection", "rule", "list", now, "--format", "json"))
            #expect(rules.count == 4)
        }
    }

    @Test("The authority's list has a byte order mark, Chinese headers and no house number", .migratedDatabase)
    func authority() async throws {
        try await withCity("helsinki", in: "Europe/Helsinki") { program in
            let list = try await program.run(
                "inspection", "coverage", "--year", "2026", "--authority", "--district", "C1", now)
            #expect(list.output.hasPrefix("\u{FEFF}户号,用户类型,地址(脱敏),计划日期,到访次数,到访时间,结果,未入户原因,"))
            #expect(list.output.contains("居民,Alvar Aallon katu *,"))
            #expect(!list.output.contains("katu 3"))
        }
    }

    @Test("What cannot be is refused with its status and a stable code", .migratedDatabase)
    func refusals() async throws {
        try await withCity("helsinki", in: "Europe/Helsinki") { program in
            let cases: [([String], Int32, String)] = [
                (["plan", "--from", "2026-11-23"], 77, "day_in_past"),
                (["plan", "--district", "ZZ"], 65, "unknown_district"),
                (["why", "nobody"], 65, "unknown_account"), (["campaign", "show", "A1-9-9"], 65, "unknown_campaign"),
                (["coverage", "--year", "2026", "--list", "nonsense"], 64, "usage"),
                (["coverage", "--year", "2026", "--as-of", "2027-01-01"], 65, "invalid_value"),
                (
                    ["rule", "set", "--class", "residential", "--months", "12", "--from", "2026-01-01"], 77,
                    "change_in_past"
                ),
            ]
            for (arguments, status, code) in cases {
                let outcome = try await program.run(
                    arguments: ["inspection"] + arguments + [now, "--format", "json"])
                #expect(outcome.status == status, "\(arguments) \(outcome.errors)")
                #expect(try outcome.errorObject()["code"] as? String == code, "\(arguments)")
            }
        }
    }
}
