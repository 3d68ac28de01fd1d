import FoundationEssentials
import Schema
import Testing

struct SchemaListTests {
    @Test func `the compiled list names every file of the folder, in order, with its text`() throws {
        let folder = folder("migrations")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
            .sorted()
        #expect(Schema.migrations.map { $0.name + ".sql" } == files)
        #expect(Schema.migrations.map(\.number) == (1...Int32(files.count)).map { $0 })
        for migration in Schema.migrations {
            let text = try String(contentsOf: folder.appending(path: migration.name + ".sql"), encoding: .utf8)
            #expect(migration.sql == text, "\(migration.name)")
            #expect(migration.name.hasPrefix("m" + String(repeating: "0", count: 4 - String(migration.number).count)))
        }
    }

    @Test func `the compiled routines are the files of the folder, each once, with its text`() throws {
        let folder = folder("routines")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
        #expect(Schema.routines.map { $0.name + ".sql" }.sorted() == files.sorted())
        for routine in Schema.routines {
            let text = try String(contentsOf: folder.appending(path: routine.name + ".sql"), encoding: .utf8)
            #expect(routine.sql == text, "\(routine.name)")
        }
    }

    @Test func `migrations make what has state, and nothing that a routine makes`() {
        // Up to m0033 they did, which databases remember.
        for migration in Schema.migrations {
            let made = ["FUNCTION ", "VIEW ", "POLICY "].filter { migration.sql.contains("CREATE \($0)gasworks.") }
            #expect(made.isEmpty, "\(migration.name)")
        }
    }

    private func folder(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "sql/\(name)")
    }
}
