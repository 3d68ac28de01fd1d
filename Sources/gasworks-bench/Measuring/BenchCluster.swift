import EmbeddedPostgres
import Foundation
import GasService

/// A PostgreSQL cluster and a folder of a measurement's own, which go when it ends, fails or is interrupted.
///
/// A measurement that is killed outright cannot take them away; the next one does.
struct BenchCluster: Sendable {
    let cluster: EmbeddedCluster
    /// Where the measurement keeps its files; the server's account can read them.
    let folder: URL

    private static let parent = URL(fileURLWithPath: "/var/tmp")
    private static let prefix = "gasworks-bench-"

    /// Lends a cluster that runs.
    static func with(_ body: (BenchCluster) async throws -> Void) async throws {
        await removeLeftovers()
        let folder = parent.appendingPathComponent("\(prefix)\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o711])
        let bench = BenchCluster(cluster: try EmbeddedCluster(home: home(in: folder)), folder: folder)
        let removal = Removal(of: bench)
        let interruption = Interruption { await removal.done() }
        defer { interruption.ignore() }
        do {
            try await bench.cluster.ensureStarted()
            try await body(bench)
        } catch {
            // It may be an interruption that made the work fail, and has begun to take things away.
            await removal.done()
            throw error
        }
        await removal.done()
    }

    /// Takes everything away, once, however many ask for it.
    private actor Removal {
        private let bench: BenchCluster
        private var work: Task<Void, Never>?

        init(of bench: BenchCluster) { self.bench = bench }

        func done() async {
            let work = work ?? Task { [bench] in await bench.remove() }
            self.work = work
            await work.value
        }
    }

    /// Writes a synthetic city's files into the folder.
    func write(households: Int, seed: UInt64) throws -> (city: SyntheticCity.Written, directory: String) {
        let directory = folder.appendingPathComponent("city")
        let city = SyntheticCity(households: households, seed: seed, today: .ofThisMachine)
        return (try city.write(to: directory), directory.path)
    }

    private static func home(in folder: URL) -> ClusterHome {
        ClusterHome(folder.appendingPathComponent("home").path)
    }

    private func remove() async {
        _ = try? await cluster.stop(.immediate)
        try? FileManager.default.removeItem(at: folder)
    }

    /// Takes away what measurements left that were killed.
    private static func removeLeftovers() async {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names where name.hasPrefix(prefix) {
            guard let process = Int32(name.dropFirst(prefix.count)), kill(process, 0) != 0, errno == ESRCH else {
                continue
            }
            let folder = parent.appendingPathComponent(name)
            if let cluster = try? EmbeddedCluster(home: home(in: folder)) {
                await BenchCluster(cluster: cluster, folder: folder).remove()
            }
        }
    }
}
