import Foundation

/// Makes a cluster's data folder, whole or not at all.
///
/// It is made under another name and renamed when it is complete and on the disk, so a folder called `data` is always a good one,
/// however often its making was killed.
struct ClusterCreation {
    let home: ClusterHome
    let account: ClusterAccount
    let binaries: ServerBinaries
    let configuration: ConfigurationFiles

    /// Makes the data folder; the caller holds the lock and has seen that there is none.
    func make() throws {
        // A folder of its own for each try: an earlier, orphaned one may still be written to.
        let draft = "\(home.directory)/initializing-\(ProcessInfo.processInfo.processIdentifier)"
        try removeAbandonedDrafts()
        do {
            try initialize(draft)
            try configure(draft)
            try bootstrap(draft)
            try account.shell(
                #"sync "$1"; mv -T "$1" "$2"; sync "$3""#, draft, home.dataDirectory, home.directory)
        } catch {
            try? removeAbandonedDrafts()
            throw error
        }
    }

    /// Removes what is left of tries that were killed.
    ///
    /// Their tools may have outlived them and still be writing, and so are ended first. One that slips through does no harm, as
    /// its folder is never used: hence the last resort of leaving it lie.
    private func removeAbandonedDrafts() throws {
        ServerProcesses(home: home, account: account.account).killMakers(ofDraftsIn: home.directory)
        let remove = #"for try in 1 2 3 4 5; do rm -rf "$1"/initializing-* 2> /dev/null && break; sleep 0.2; done"#
        try account.shell(remove, home.directory)
    }

    private func initialize(_ draft: String) throws {
        let result = try account.run(
            [
                binaries.initdb, "--pgdata=\(draft)", "--username=\(ClusterRole.superuser.rawValue)", "--encoding=UTF8",
                "--locale=C.UTF-8", "--data-checksums", "--auth-local=peer", "--auth-host=reject", "--no-instructions",
            ] + (configuration.settings.waitsForDisk ? [] : ["--no-sync"]))
        guard result.exitStatus == 0 else {
            throw EmbeddedPostgresError.initializationFailed(output: result.message)
        }
    }

    private func configure(_ draft: String) throws {
        try account.shell(#"printf "\ninclude 'gasworks.conf'\n" >> "$1/postgresql.conf""#, draft)
        try configuration.write(into: draft, for: binaries)
    }

    /// Runs the bootstrap in a single-user server: there is no socket yet that anybody could come through.
    private func bootstrap(_ draft: String) throws {
        let result = try account.run(
            [
                binaries.postgres, "--single", "-j", "-D", draft, "-c", "exit_on_error=on", "-c",
                "logging_collector=off",
                "-c", "log_checkpoints=off", "postgres",
            ],
            input: BootstrapStatements.text)
        guard result.exitStatus == 0 else {
            throw EmbeddedPostgresError.initializationFailed(output: result.message)
        }
    }
}
