package import EmbeddedPostgres
import Foundation
package import PostgresTesting
import ProgramTesting
import Synchronization

/// A durable cluster, a proxy before it, and clients at work that can each be killed at any moment.
package final class CrashRig: Sendable {
    /// The server.
    package let cluster: TemporaryCluster
    /// The way by which the clients reach it.
    package let proxy: FaultProxy

    private let folder: String
    private let program: BuiltProgram
    private let clients: [Client]

    /// A client's order, and the process that works on it now.
    private struct Client: Sendable {
        let orderPath: String
        let order: WorkOrder
        let process = Shared<RunningProgram?>(nil)
    }

    /// Something that several threads may change.
    private final class Shared<Value: Sendable>: Sendable {
        private let value: Mutex<Value>
        init(_ value: Value) { self.value = Mutex(value) }
        func get() -> Value { value.withLock { $0 } }
        func set(_ new: Value) { value.withLock { $0 = new } }
    }

    /// Makes a cluster with a migrated city and writes the clients' orders; nobody works yet.
    ///
    /// - Parameters:
    ///   - jobs: how many there are to close, dealt out in turn.
    ///   - clients: how many work at once.
    ///   - rest: how long each rests after a job, in milliseconds.
    ///   - seed: decides ids and results.
    ///   - migrate: applies the migrations, as the owner at this URL.
    /// - Throws: what keeps the cluster from being made.
    package init(
        jobs: Int, clients: Int, rest: Int, seed: UInt64, migrate: (String) async throws -> Void
    ) async throws {
        folder = "/tmp/gw-rig-\(UInt32.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        program = try BuiltProgram("CrashClient")
        let cluster = try await TemporaryCluster.start(settings: .quickToRecover)
        self.cluster = cluster
        try await migrate(cluster.connectionURL(role: .owner))
        let names = try await CrashCity.found(households: jobs, on: cluster)
        proxy = try FaultProxy(to: cluster.embedded.socketDirectory, in: folder, marker: "close_job") { blow, victim in
            switch blow {
            case .cutLink: break
            case .endSession: _ = victim.backend.map { kill($0, SIGTERM) }
            case .killBackend: _ = victim.backend.map { kill($0, SIGKILL) }
            case .killClient: kill(victim.client, SIGKILL)
            case .killServer: if let parent = cluster.embedded.processID { Victims.killServer(parent) }
            }
        }
        let url = "postgresql://gasworks_administrator@/gasworks?host=\(folder)&port=5432"
        var random = SeededGenerator(seed: seed)
        let results = ["passed", "no_access", "refused", "hazard", "vacant"]
        var items = [[WorkOrder.Item]](repeating: [], count: clients)
        for (number, job) in names.enumerated() {
            let (high, low) = (random.next(), random.next())
            let command = withUnsafeBytes(of: (high, low)) { UUID(uuid: $0.load(as: uuid_t.self)) }
            items[number % clients].append(
                .init(command: command, job: job, result: results.randomElement(using: &random) ?? "passed"))
        }
        self.clients = try items.enumerated().map { [folder] number, items in
            let order = WorkOrder(
                now: CrashCity.now, url: url, ledger: "\(folder)/ledger-\(number)", rest: rest, items: items)
            let path = "\(folder)/order-\(number)"
            try order.write(to: path)
            return Client(orderPath: path, order: order)
        }
    }

    deinit {
        for client in clients { client.process.get()?.kill() }
        proxy.close()
        cluster.remove()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Everything the clients were asked to do.
    package var ordered: [WorkOrder.Item] { clients.flatMap(\.order.items) }

    /// Everything the clients were told is stored, each on the disk.
    package func acknowledged() throws -> [AcknowledgementLedger.Entry] {
        try clients.flatMap { try AcknowledgementLedger.entries(of: $0.order.ledger) }
    }

    /// Kills every process of the server at once.
    package func killServer() { cluster.embedded.processID.map { Victims.killServer($0) } }

    /// Kills one of the clients.
    package func killClient(_ number: Int) { clients[number % clients.count].process.get()?.kill() }

    /// A client met something that no crash excuses.
    package struct ClientFailed: Error { package let status: Int32, errors: String }

    /// Starts every client that has work left and does not run.
    ///
    /// - Returns: whether any client has work left.
    /// - Throws: `ClientFailed` when one gave up by itself.
    package func keepClientsWorking() async throws -> Bool {
        var isAnyAtWork = false
        for client in clients {
            if let process = client.process.get() {
                guard process.status != nil else {
                    isAnyAtWork = true
                    continue
                }
                let outcome = try await process.outcome()
                if outcome.status == 0 { continue }
                guard outcome.wasKilled else { throw ClientFailed(status: outcome.status, errors: outcome.errors) }
            }
            client.process.set(try RunningProgram(program, [client.orderPath], folder: folder))
            isAnyAtWork = true
        }
        return isAnyAtWork
    }

    /// Starts the server if it is down, and waits until it answers: one that lost a session to a kill recovers by itself.
    package func revive() async throws {
        try await cluster.embedded.start()
        try await cluster.answers()
    }

    /// Lets the clients finish without further faults.
    package func finish() async throws {
        proxy.arm(nil)
        try await revive()
        while try await keepClientsWorking() { try await Task.sleep(for: .milliseconds(10)) }
    }
}

extension TemporaryCluster {
    /// Waits until the server takes connections.
    package func answers() async throws {
        while (try? await sql("SELECT 1")) == nil { try await Task.sleep(for: .milliseconds(20)) }
    }
}

extension ClusterSettings {
    /// Durable, and yet back within a second after a kill: it flushes the file system once rather than each of a thousand files.
    package static var quickToRecover: ClusterSettings {
        var settings = small
        settings.further.append("recovery_init_sync_method = syncfs")
        return settings
    }
}

extension EmbeddedCluster {
    /// The main process, while it lives.
    var processID: pid_t? {
        switch status() {
        case .running(let process, _), .changing(let process): process
        case .stopped, .notInitialized: nil
        }
    }
}
