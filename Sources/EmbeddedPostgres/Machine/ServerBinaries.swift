import Foundation

/// The programs of one installed PostgreSQL server.
struct ServerBinaries: Equatable, Sendable {
    let directory: String
    let majorVersion: Int

    /// The oldest major version whose SQL and tools Gasworks uses.
    static let oldestSupported = 15

    var initdb: String { directory + "/initdb" }
    var pgCtl: String { directory + "/pg_ctl" }
    var postgres: String { directory + "/postgres" }

    /// Whether the server was built with LZ4, which takes a fraction of the time of PostgreSQL's own compression.
    ///
    /// Where it can't be asked the answer is no: a server refuses to start by a setting that it does not know.
    var knowsLZ4: Bool {
        let built = try? ChildProcess.run([directory + "/pg_config", "--configure"])
        return built?.output.contains("lz4") ?? false
    }

    /// Finds the server to use: the one that wrote the data if `dataVersion` is given, else the newest.
    ///
    /// - Parameters:
    ///   - dataVersion: the major version in the data folder's PG_VERSION.
    ///   - directories: the folders to look in; by default Debian's, pg_config's and those of PATH.
    /// - Returns: its folder and major version.
    /// - Throws: `serverNotFound` or `serverVersionMismatch`.
    static func find(
        dataVersion: Int? = nil, in directories: [String] = candidateDirectories()
    ) throws -> ServerBinaries {
        let installed = directories.compactMap(ServerBinaries.init(directory:))
            .filter { $0.majorVersion >= oldestSupported }
        guard let newest = installed.max(by: { $0.majorVersion < $1.majorVersion }) else {
            throw EmbeddedPostgresError.serverNotFound(searched: directories)
        }
        guard let dataVersion else { return newest }
        guard let match = installed.first(where: { $0.majorVersion == dataVersion }) else {
            let versions = Set(installed.map(\.majorVersion)).sorted()
            throw EmbeddedPostgresError.serverVersionMismatch(data: dataVersion, installed: versions)
        }
        return match
    }

    /// The server in `directory`, or nil when there is none.
    ///
    /// Debian's folders carry the version in their name; elsewhere the server is asked.
    init?(directory: String) {
        let programs = ["initdb", "pg_ctl", "postgres"].map { "\(directory)/\($0)" }
        guard programs.allSatisfy({ FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
        self.directory = directory
        let parts = directory.split(separator: "/")
        if directory.hasPrefix(Self.debianRoot), let version = parts.dropLast().last.flatMap({ Int($0) }) {
            majorVersion = version
        } else if let said = try? ChildProcess.run([programs[2], "--version"]).output,
            let version = said.split(separator: " ").last(where: { $0.first?.isNumber == true }),
            let major = version.split(separator: ".").first.flatMap({ Int($0) })
        {
            majorVersion = major
        } else {
            return nil
        }
    }

    private static let debianRoot = "/usr/lib/postgresql"

    static func candidateDirectories() -> [String] {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debianRoot)) ?? []
        let debian = versions.compactMap { Int($0) }.sorted(by: >).map { "\(debianRoot)/\($0)/bin" }
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        // Debian's folders first: asking pg_config costs a process, and every command comes past here.
        if debian.isEmpty, let said = try? ChildProcess.run(["pg_config", "--bindir"]), said.exitStatus == 0 {
            return [said.output.trimmingCharacters(in: .whitespacesAndNewlines)] + path
        }
        return debian + path
    }
}
