import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

@Suite("Commands about households, supply and crews")
struct ImportCommandTests {
    /// The program on a database of its own, whose clock stands at noon of 24 November 2026, with files in a folder.
    private func withProgram(_ body: (CommandLineProgram, URL) async throws -> Void) async throws {
        let database = try TestDatabase.current
        try await database.sql("SELECT gasworks.install('Europe/Helsinki', true)")
        let folder = FileManager.default.temporaryDirectory.appending(path: "gw-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = database.connectionURL(role: .administrator)
        try await body(CommandLineProgram(["GASWORKS_DATABASE_URL": url]), folder)
    }

    private var helsinki: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "deploy/cities/helsinki").path
    }

    private let now = "--now=2026-11-24T12:00:00Z"

    @Test("a city comes in by three commands, silently in a pipe, and can be asked about", .migratedDatabase)
    func helsinki() async throws {
        try await withProgram { program, _ in
            for (noun, file, rows) in [
                ("supply", "supply_nodes", 1802), ("household", "households", 13_425), ("crew", "crews", 12),
            ] {
                let path = "\(helsinki)/\(file).csv"
                let first = try await program.run(noun, "import", path, now, "--format", "json")
                #expect(first.status == 0 && first.errors == "")
                let answer = try #require(try first.json() as? [String: Any])
                #expect(answer["inserted"] as? Int == rows)
                let again = try await program.run(noun, "import", path, now)
                #expect(again.output.contains(" 0 new, 0 changed,") && again.errors == "")
            }
            let shown = try await program.run("household", "show", "00000002", now, "--format", "json")
            let household = try #require(try shown.json() as? [String: Any])
            #expect(household["account_no"] as? String == "00000002")
            #expect(household["deadline"] as? String == "2026-12-17")
            #expect(household["email"] as? String == "a***@example.invalid")
            let crews = try await program.run("crew", "list", now, "--format", "csv")
            #expect(crews.output.split(whereSeparator: \.isNewline).count == 13)
            let affected = try await program.run("supply", "affected", "GATE", now, "--format", "json")
            #expect((try affected.json() as? [String: Any])?["households"] as? Int == 13_425)
            let verified = try await program.run("db", "verify", now)
            #expect(verified.status == 0)
        }
    }

    @Test("bad rows are named with line, column and cure, and nothing is stored", .migratedDatabase)
    func badRows() async throws {
        try await withProgram { program, folder in
            let supply = try await program.run("supply", "import", "\(helsinki)/supply_nodes.csv", now)
            #expect(supply.status == 0)
            let file = folder.appending(path: "h.csv")
            var text = try String(contentsOfFile: "\(helsinki)/households.csv", encoding: .utf8)
            text = text.replacing(",2026-08-22,2026-08-22\n", with: ",2026-08-22,2026-12-31\n", maxReplacements: 1)
            text = text.replacing(",elderly,", with: ",secret,", maxReplacements: 1)
            try Data(text.utf8).write(to: file)
            let plain = try await program.run("household", "import", file.path, now)
            #expect(plain.status == 65 && plain.output == "")
            let lines = plain.errors.split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines[0].contains("h.csv:4") && lines[0].contains("last_inspected \"2026-12-31\""))
            #expect(lines[1].contains("special_care \"***\"") && !plain.errors.contains("secret"))
            let json = try await program.run("household", "import", file.path, now, "--format", "json")
            let rows = try #require(try json.errorObject()["rows"] as? [[String: Any]])
            #expect(rows.map { $0["line"] as? Int } == [4, 5])
            #expect(rows.map { $0["code"] as? String } == ["date_in_future", "unknown_word"])
            let shown = try await program.run("household", "show", "00000001", now)
            #expect(shown.status == 65)
        }
    }

    @Test("more bad rows than a person reads are counted; JSON and CSV list them all", .migratedDatabase)
    func manyBadRows() async throws {
        try await withProgram { program, _ in
            // No supply node is known yet, so each of the first 200 households hangs on nothing.
            let text = try String(contentsOfFile: "\(helsinki)/households.csv", encoding: .utf8)
            let input = text.split(separator: "\n").prefix(201).joined(separator: "\n")
            let plain = try await program.run(arguments: ["household", "import", "-", now], input: input)
            #expect(plain.errors.split(separator: "\n").count == 52)
            #expect(plain.errors.contains("150 further problems"))
            let csv = try await program.run(
                arguments: ["household", "import", "-", now, "--format", "csv"], input: input)
            #expect(csv.errors.split(separator: "\n").count == 201)
            let chinese = try await program.run(
                arguments: ["household", "import", "-", now, "--lang", "zh"], input: input)
            #expect(chinese.errors.contains("另有 150 处问题"))
        }
    }

    @Test("GB18030 comes in as text, and as UTF-8 it is refused by field", .migratedDatabase)
    func encodings() async throws {
        try await withProgram { program, folder in
            _ = try await program.run("supply", "import", "\(helsinki)/supply_nodes.csv", now)
            let row = "1,residential,,#,B00001,,,A1,60.1,24.9,B00001,M1,,,,2020-01-15,2025-07-04\n"
            let header = try String(contentsOfFile: "\(helsinki)/households.csv", encoding: .utf8)
                .split(separator: "\n")[0]
            // 和平路 in GB18030.
            var bytes = Array("\(header)\n".utf8)
            for byte in row.utf8 { bytes += byte == 0x23 ? [0xBA, 0xCD, 0xC6, 0xBD, 0xC2, 0xB7] : [byte] }
            let file = folder.appending(path: "h.csv")
            try Data(bytes).write(to: file)
            let refused = try await program.run("household", "import", file.path, now)
            #expect(refused.status == 65 && refused.errors.contains("h.csv:2: address \"0xBA @ 1\""))
            let taken = try await program.run("household", "import", file.path, now, "--encoding", "gb18030")
            #expect(taken.status == 0)
            let found = try await program.run("household", "search", "和平", now, "--format", "json")
            let list = try #require(try found.json() as? [[String: Any]])
            #expect(list.map { $0["address"] as? String } == ["和平路"])
        }
    }

    @Test(
        "opening private data needs a purpose and leaves an event; certificates and absences are kept",
        .migratedDatabase)
    func records() async throws {
        try await withProgram { program, folder in
            for (noun, file) in [("supply", "supply_nodes"), ("household", "households"), ("crew", "crews")] {
                _ = try await program.run(noun, "import", "\(helsinki)/\(file).csv", now)
            }
            let without = try await program.run("household", "show", "00000002", "--unmasked", now)
            #expect(without.status == 64)
            let opened = try await program.run(
                "household", "show", "00000002", "--unmasked", "--purpose", "callback", now, "--format", "json")
            #expect((try opened.json() as? [String: Any])?["phone"] as? String == "+000-555-0000002")
            let history = try await program.run("household", "history", "00000002", now, "--format", "json")
            let events = try #require(try history.json() as? [[String: Any]])
            #expect(events.map { $0["kind"] as? String } == ["household_opened", "private_data_viewed"])
            #expect((events[1]["payload"] as? [String: Any])?["purpose"] as? String == "callback")
            let certified = try await program.run("crew", "certify", "R1", "welding", "--until", "2027-05-31", now)
            #expect(certified.status == 0)
            let absent = try await program.run(
                "crew", "absent", "R1", "--from", "2026-12-24", "--until", "2026-12-26", now)
            #expect(absent.status == 0)
            let crews = try await program.run("crew", "list", "--district", "A1", now)
            #expect(crews.output.contains("welding (2027-05-31)") && crews.output.contains("2026-12-24…2026-12-26"))
            let unknown = try await program.run("crew", "certify", "X9", "repair", "--until", "2027-05-31", now)
            #expect(unknown.status == 65 && unknown.errors.contains("X9"))
        }
    }
}
