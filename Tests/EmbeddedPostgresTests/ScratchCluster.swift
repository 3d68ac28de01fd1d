import EmbeddedPostgres
import Foundation
import PostgresTesting

/// A cluster that is not there yet, in a home of its own, with what the tests do to it.
struct ScratchCluster: Sendable {
    let home: ClusterHome
    let cluster: EmbeddedCluster
    private let watchdog: Watchdog

    init(home: ClusterHome = ClusterHome("/tmp/gw-\(UInt32.random(in: .min ... .max))")) throws {
        self.home = home
        watchdog = try Watchdog(guarding: home)
        cluster = try EmbeddedCluster(home: home, settings: .small)
    }

    /// A file beside the cluster, for tests to leave a trace in.
    var marker: String { home.path + ".marker" }

    /// The cluster as another command would see it.
    func secondLook() throws -> EmbeddedCluster { try EmbeddedCluster(home: home, settings: .small) }

    func remove() {
        watchdog.finish()
        unlink(marker)
    }

    /// `command` under the account that runs the cluster.
    func asAccount(_ command: [String]) -> [String] {
        guard geteuid() == 0 else { return command }
        return ["setpriv", "--reuid=\(cluster.account.userID)", "--regid=\(cluster.account.groupID)", "--clear-groups"]
            + command
    }

    /// Waits for a process of this cluster's whose command line contains `text`, and kills it; false if none came in time.
    func killFirst(commandLineContaining text: String) async throws -> Bool {
        for _ in 0..<5_000 {
            let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
            for process in processes {
                guard let data = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { continue }
                let words = String(decoding: data, as: UTF8.self)
                guard words.hasPrefix("/usr"), words.contains(text), words.contains(home.path) else { continue }
                return kill(process, SIGKILL) == 0
            }
            try await Task.sleep(for: .milliseconds(1))
        }
        return false
    }
}

extension EmbeddedCluster {
    var isRunning: Bool {
        if case .running = status() { true } else { false }
    }

    /// Runs SQL as the superuser and returns what psql prints.
    @discardableResult
    func answer(_ statement: String) async throws -> String {
        try await run("psql", ["-XAtc", statement, "gasworks"]).trimmingCharacters(in: .newlines)
    }
}
