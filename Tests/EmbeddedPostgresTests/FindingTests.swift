import Foundation
import Testing

@testable import EmbeddedPostgres

/// What is found on the machine: servers, memory, homes, and the server's own notes.
@Suite struct FindingTests {
    @Test func `a machine without a server is told which folders were looked at`() {
        let expected = EmbeddedPostgresError.serverNotFound(searched: ["/nonexistent", "/tmp"])
        #expect(throws: expected) { try ServerBinaries.find(in: ["/nonexistent", "/tmp"]) }
        #expect(expected.description.contains("postgresql-15"))
    }

    @Test func `data of another version name the package that can read them`() throws {
        let installed = try ServerBinaries.find()
        let expected = EmbeddedPostgresError.serverVersionMismatch(data: 99, installed: [installed.majorVersion])
        #expect(throws: expected) { try ServerBinaries.find(dataVersion: 99, in: [installed.directory]) }
        #expect(expected.description.contains("postgresql-99"))
        #expect(try ServerBinaries.find(dataVersion: installed.majorVersion) == installed)
    }

    @Test func `a server outside Debian's folders is asked for its version`() throws {
        let installed = try ServerBinaries.find()
        let link = "/tmp/gw-binaries-\(UInt32.random(in: .min ... .max))"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: installed.directory)
        defer { unlink(link) }
        #expect(try ServerBinaries.find(in: [link]).majorVersion == installed.majorVersion)
    }

    @Test func `the home is the one that GASWORKS_HOME names, free of symbolic links`() throws {
        let link = "/tmp/gw-link-\(UInt32.random(in: .min ... .max))"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/usr/share")
        defer { unlink(link) }
        #expect(ClusterHome.standard(environment: ["GASWORKS_HOME": link + "/a/../b"]).path == "/usr/share/b")
    }

    @Test func `without GASWORKS_HOME root's home lies where the server's account can reach it`() {
        let home = ClusterHome.standard(environment: [:]).path
        #expect(geteuid() == 0 ? home == "/var/lib/gasworks" : home.hasSuffix("/.gasworks"))
    }

    @Test func `settings grow with the memory, within bounds`() {
        let sizes = [256, 2_048, 8_192, 262_144].map { ClusterSettings.sized(forMemoryInMiB: $0) }
        #expect(sizes.map(\.sharedBuffers) == [64, 256, 1_024, 2_048])
        #expect(sizes.allSatisfy { $0.waitsForDisk && $0.network == nil })
        #expect(availableMemoryInMiB() > 0)
    }

    @Test func `the server's own note tells its phase, and a half-written one is no note`() {
        let lines = ["4711", "/data", "1700000000", "5432", "/run", "", "  123 456", "ready   "]
        #expect(PostmasterFile(lines.joined(separator: "\n") + "\n")?.phase == .ready)
        #expect(PostmasterFile(lines.dropLast().joined(separator: "\n") + "\n")?.phase == .starting)
        #expect(PostmasterFile("4711\n/da") == nil)
        #expect(PostmasterFile("") == nil)
    }

    @Test func `an apostrophe in the home's name does not end the setting it stands in`() throws {
        let home = ClusterHome("/tmp/o'brien")
        let account = try ClusterAccount.find(forClusterIn: home.directory)
        let text = ConfigurationFiles(home: home, account: account, settings: .small).server(logCompression: "on")
        #expect(text.contains("log_directory = '/tmp/o''brien/postgres/log'"))
    }
}
