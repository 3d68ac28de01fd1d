import EmbeddedPostgres
import Foundation
import PostgresTesting

/// A cluster that is not there yet, in a home of its own, with what the tests do to it.
struct ScratchCluster: Sendable {
    let home: ClusterHome
    let cluster: EmbeddedCluster
    private let watchdog: Watchdog
    private var settings = ClusterSettings.small

    // `folder`: a folder below the scratch folder, for a home with a long path.
    // `durable`: whether commits wait for the disk, which is slow where many clusters are made at once.
    init(folder: String = "", durable: Bool = false) throws {
        let scratch = "/tmp/gw-\(UInt32.random(in: .min ... .max))"
        home = ClusterHome(scratch + folder)
        watchdog = try Watchdog(guarding: home, removing: scratch)
        settings.waitsForDisk = durable
        cluster = try EmbeddedCluster(home: home, settings: settings)
    }

    /// A file beside the cluster, for tests to leave a trace in.
    var marker: String { home.path + ".marker" }

    /// The cluster as another command would see it.
    func secondLook() throws -> EmbeddedCluster { try EmbeddedCluster(home: home, settings: settings) }

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
    ///
    /// It watches from a thread of its own: among many tests, Swift's shared threads may turn to it only when the moment
    /// is over.
    func killFirst(commandLineContaining text: String) async -> Bool {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: watchAndKill(text)) }
        }
    }

    private func watchAndKill(_ text: String) -> Bool {
        for _ in 0..<60_000 {
            for process in (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap({ Int32($0) })
                ?? []
            {
                guard let data = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { continue }
                let words = String(decoding: data, as: UTF8.self)
                guard words.hasPrefix("/usr"), words.contains(text), words.contains(home.path) else { continue }
                return kill(process, SIGKILL) == 0
            }
            usleep(1_000)
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
