import Foundation
package import Logging

/// A private PostgreSQL server of this installation: made, started and found again by whichever command comes first.
///
/// It listens on a Unix socket only, in a folder that only its own account (and root) may enter, and lets in the accounts that
/// `pg_ident.conf` names, as the kernel identifies them. Its commits are durable: it may be killed at any moment, with every
/// process, and holds afterwards all that was committed. Any number of processes may call any of these methods at once.
///
/// ```swift
/// let cluster = try EmbeddedCluster(home: .standard())
/// try await cluster.ensureStarted()
/// let url = cluster.connectionURL(role: .administrator)
/// ```
package struct EmbeddedCluster: Sendable {
    /// Where its files are.
    package let home: ClusterHome
    /// The account that runs its server.
    package var account: OSAccount { clusterAccount.account }

    private let clusterAccount: ClusterAccount
    private let settings: ClusterSettings
    private let logger: Logger

    /// Describes the cluster in `home`, without touching it.
    ///
    /// - Parameters:
    ///   - home: where its files are or will be.
    ///   - settings: how much of the machine it takes when this process starts it.
    ///   - logger: hears of each thing done.
    /// - Throws: `noUnprivilegedAccount` or `unknownAccount` when nobody could run it.
    package init(
        home: ClusterHome, settings: ClusterSettings = .forThisMachine(),
        logger: Logger = Logger(label: "gasworks.cluster")
    ) throws {
        self.home = home
        self.settings = settings
        self.logger = logger
        clusterAccount = try ClusterAccount.find(forClusterIn: home.directory)
    }

    /// Makes the cluster, unless it exists; does not start it.
    ///
    /// - Returns: whether it had to be made.
    @discardableResult
    package func initialize() async throws -> Bool {
        try await whileLocked { try initializeIfMissing() }
    }

    /// Starts the server and waits until it takes connections.
    ///
    /// - Returns: whether it had to be started.
    /// - Throws: `notInitialized` when there is no cluster yet; `startFailed` with the end of the server's log.
    @discardableResult
    package func start() async throws -> Bool {
        guard home.dataVersion != nil else { throw EmbeddedPostgresError.notInitialized(home: home.path) }
        return try await whileLocked { try startServer() }
    }

    /// Makes the cluster if there is none, and starts it if it is down.
    ///
    /// When it runs already this reads one small file, and waits for nobody.
    @discardableResult
    package func ensureStarted() async throws -> StartOutcome {
        if isReady { return .wasRunning }
        return try await whileLocked {
            let made = try initializeIfMissing()
            let started = try startServer()
            return made ? .initializedAndStarted : started ? .started : .wasRunning
        }
    }

    /// Stops the server and waits until it has ended.
    ///
    /// - Returns: whether it had to be stopped.
    @discardableResult
    package func stop(_ mode: StopMode = .fast) async throws -> Bool {
        guard home.dataVersion != nil else { return false }
        return try await whileLocked {
            let stopped = try control.stop(mode)
            if stopped { logger.debug("stopped PostgreSQL", metadata: ["mode": "\(mode.rawValue)"]) }
            return stopped
        }
    }

    /// What the cluster is doing at this moment.
    package func status() -> ClusterStatus {
        guard home.dataVersion != nil else { return .notInitialized }
        guard let file = PostmasterFile(home: home), processes.isMain(file.processID) else { return .stopped }
        return file.phase == .ready
            ? .running(processID: file.processID, since: file.startedAt) : .changing(processID: file.processID)
    }

    /// The URL that libpq connects by, as `role`.
    ///
    /// Over the network of a test cluster it is the caller who composes the URL.
    package func connectionURL(role: ClusterRole, database: String = BootstrapStatements.database) -> String {
        let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        let escaped = { (text: String) in text.addingPercentEncoding(withAllowedCharacters: allowed) ?? text }
        return "postgresql://\(role.rawValue)@/\(escaped(database))"
            + "?host=\(escaped(socketDirectory))&port=\(settings.portNumber)"
    }

    /// The folder with the server's socket.
    package var socketDirectory: String { home.socketDirectory(ownedBy: account) }

    /// Runs a program of this cluster's PostgreSQL (psql, pg_basebackup, …) as the cluster's account, so that it may speak as
    /// the superuser.
    ///
    /// - Parameters:
    ///   - program: its name, without a folder.
    ///   - arguments: its arguments; it is told of host and port by environment.
    ///   - input: what it reads from standard input.
    /// - Returns: what it wrote to standard output.
    /// - Throws: `toolFailed` with what it wrote to standard error.
    @discardableResult
    package func run(_ program: String, _ arguments: [String], input: String = "") async throws -> String {
        let environment = ["PGHOST": socketDirectory, "PGPORT": "\(settings.portNumber)", "PGUSER": "postgres"]
        return try await onOwnThread { [clusterAccount, home] in
            let binaries = try ServerBinaries.find(dataVersion: home.dataVersion)
            let result = try clusterAccount.run(
                ["\(binaries.directory)/\(program)"] + arguments, environment: environment, input: input)
            guard result.exitStatus == 0 else {
                throw EmbeddedPostgresError.toolFailed(tool: program, output: result.message)
            }
            return result.output
        }
    }

    /// Kills every process of the server at once, as a loss of power would: for tests of what survives it.
    package func crash() async throws {
        try await onOwnThread { [processes] in processes.killAll() }
    }

    private var processes: ServerProcesses { ServerProcesses(home: home, account: account) }

    private var configuration: ConfigurationFiles {
        ConfigurationFiles(home: home, account: clusterAccount, settings: settings)
    }

    private var control: ServerControl {
        ServerControl(home: home, account: clusterAccount, configuration: configuration)
    }

    private var isReady: Bool {
        guard case .running = status() else { return false }
        return HomePreparation.isPrivate(socketDirectory, to: account)
    }

    private func initializeIfMissing() throws -> Bool {
        guard home.dataVersion == nil else { return false }
        try HomePreparation(home: home, account: clusterAccount).makeDirectories()
        let binaries = try ServerBinaries.find()
        try ClusterCreation(home: home, account: clusterAccount, binaries: binaries, configuration: configuration)
            .make()
        logger.debug("made a PostgreSQL cluster", metadata: ["home": "\(home.path)", "account": "\(account.name)"])
        return true
    }

    private func startServer() throws -> Bool {
        let started = try control.start()
        if started { logger.debug("started PostgreSQL", metadata: ["home": "\(home.path)"]) }
        return started
    }

    private func whileLocked<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await onOwnThread {
            try HomePreparation.makeHome(home)
            let lock = try ClusterLock(home: home, account: clusterAccount)
            let value = try body()
            _ = consume lock
            return value
        }
    }
}
