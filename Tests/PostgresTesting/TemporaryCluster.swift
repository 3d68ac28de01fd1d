package import EmbeddedPostgres
import Foundation

/// A PostgreSQL cluster that lives as long as a test, or the process that tests.
///
/// Nothing of it stays behind, however that process ends: see `Watchdog`.
package final class TemporaryCluster: Sendable {
    /// The cluster itself, with all that it can do.
    package let embedded: EmbeddedCluster
    /// How it is reached over TCP, if it was asked to listen there.
    package let network: TestNetwork?
    private let watchdog: Watchdog

    /// Makes and starts a cluster.
    ///
    /// - Parameters:
    ///   - settings: small and durable unless said otherwise.
    ///   - network: whether it listens on 127.0.0.1 too, and whom it lets in there.
    /// - Returns: the cluster, running.
    /// - Throws: `EmbeddedPostgresError`; nothing is left then.
    package static func start(
        settings: ClusterSettings = .small, network: TestNetwork.Request? = nil
    ) async throws -> TemporaryCluster {
        let home = ClusterHome("/tmp/gw-\(UInt32.random(in: .min ... .max))")
        let watchdog = try Watchdog(guarding: home)
        do {
            let network = try network.map { try TestNetwork($0, home: home) }
            var settings = settings
            network?.configure(&settings)
            let embedded = try EmbeddedCluster(home: home, settings: settings)
            try await embedded.initialize()
            try await network?.provideCertificate(for: embedded)
            try await embedded.start()
            try await network?.createUsers(in: embedded)
            return TemporaryCluster(embedded: embedded, network: network, watchdog: watchdog)
        } catch {
            watchdog.finish()
            throw error
        }
    }

    private init(embedded: EmbeddedCluster, network: TestNetwork?, watchdog: Watchdog) {
        self.embedded = embedded
        self.network = network
        self.watchdog = watchdog
    }

    deinit { watchdog.finish() }

    /// The URL over the socket, as `role`.
    package func connectionURL(role: ClusterRole, database: String = "gasworks") -> String {
        embedded.connectionURL(role: role, database: database)
    }

    /// Runs SQL as the superuser and returns the rows as psql's unaligned text, one a line, columns parted by `|`.
    @discardableResult
    package func sql(_ statements: String, database: String = "gasworks") async throws -> String {
        let arguments = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
        return try await embedded.run("psql", arguments + ["--dbname=\(database)"], input: statements)
            .trimmingCharacters(in: .newlines)
    }

    /// Kills every process of the server at once (SIGKILL).
    package func crash() async throws { try await embedded.crash() }

    /// Stops the server if it runs, in `mode`, and starts it.
    package func restart(_ mode: StopMode = .fast) async throws {
        try await embedded.stop(mode)
        try await embedded.start()
    }

    /// Stops the server and removes all its files; done by itself when the last reference goes, or the process ends.
    package func remove() { watchdog.finish() }
}
