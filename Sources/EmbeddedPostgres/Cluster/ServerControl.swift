import Foundation

/// Brings the server up and down; the caller holds the cluster's lock.
struct ServerControl {
    let home: ClusterHome
    let account: ClusterAccount
    let configuration: ConfigurationFiles

    /// Recovery after a crash replays at most what `max_wal_size` allows, which takes minutes on a slow disk.
    private let patienceInSeconds = 600

    private var processes: ServerProcesses { ServerProcesses(home: home, account: account.account) }

    /// Starts the server, unless it runs; returns when it takes connections.
    ///
    /// - Returns: whether it had to be started.
    func start() throws -> Bool {
        if try waitWhileChanging() { return false }
        processes.endOrphans(patience: .seconds(2))
        try HomePreparation(home: home, account: account).makeDirectories()
        try clearLeftovers()
        let binaries = try ServerBinaries.find(dataVersion: home.dataVersion)
        try configuration.write(into: home.dataDirectory, for: binaries)
        try account.shell(#": > "$1""#, home.startupLog)
        let result = try account.run([
            binaries.pgCtl, "start", "--pgdata=\(home.dataDirectory)", "--log=\(home.startupLog)", "--wait",
            "--timeout=\(patienceInSeconds)", "--silent",
        ])
        guard result.exitStatus == 0 else {
            throw EmbeddedPostgresError.startFailed(output: reasonOfFailure(toolSaid: result.message))
        }
        return true
    }

    /// Stops the server, unless it is down already; returns when it has ended.
    ///
    /// - Returns: whether it had to be stopped.
    func stop(_ mode: StopMode) throws -> Bool {
        guard let main = processes.all().first, processes.isMain(main) else {
            processes.endOrphans()
            return false
        }
        let binaries = try ServerBinaries.find(dataVersion: home.dataVersion)
        let result = try account.run([
            binaries.pgCtl, "stop", "--pgdata=\(home.dataDirectory)", "--mode=\(mode.rawValue)", "--wait",
            "--timeout=\(patienceInSeconds)", "--silent",
        ])
        guard result.exitStatus == 0 else { throw EmbeddedPostgresError.stopFailed(output: result.message) }
        return true
    }

    /// Waits until a server that somebody else started or stopped has settled; whether it is up then.
    ///
    /// Whoever started it may have been killed before it was ready, so that the lock is free and the server half up.
    private func waitWhileChanging() throws -> Bool {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(patienceInSeconds)
        while let main = processes.all().first, processes.isMain(main) {
            if let file = PostmasterFile(home: home), file.processID == main, file.phase == .ready { return true }
            guard clock.now < deadline else {
                throw EmbeddedPostgresError.startFailed(output: "process \(main) neither gets ready nor ends")
            }
            usleep(50_000)
        }
        return false
    }

    /// Removes what a killed server left behind.
    ///
    /// Its files name process ids that may since be somebody else's, which would make the new server refuse to start. That no process of this cluster is alive was seen a moment ago, under the lock.
    private func clearLeftovers() throws {
        let sockets = home.socketDirectory(ownedBy: account.account)
        try account.shell(
            #"rm -f "$1/postmaster.pid" "$2"/.s.PGSQL.*"#, home.dataDirectory, sockets)
    }

    private func reasonOfFailure(toolSaid message: String) -> String {
        let log = (try? account.shell(#"tail -n 20 "$1""#, home.startupLog)) ?? ""
        return [log, message].map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}
