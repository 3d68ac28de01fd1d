import FoundationEssentials
import Schema
import Testing

struct SchemaListTests {
    @Test func `the compiled list names every file of the folder, in order, with its text`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "sql/migrations")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
            .sorted()
        #expect(Schema.migrations.map { $0.name + ".sql" } == files)
        // Numbers may have gaps: those who work side by side number their migrations apart.
        #expect(zip(Schema.migrations, Schema.migrations.dropFirst()).allSatisfy { $0.number < $1.number })
        for migration in Schema.migrations {
            let text = try String(contentsOf: folder.appending(path: migration.name + ".sql"), encoding: .utf8)
            #expect(migration.sql == text, "\(migration.name)")
            #expect(migration.name.hasPrefix("m" + String(repeating: "0", count: 4 - String(migration.number).count)))
        }
    }
}
