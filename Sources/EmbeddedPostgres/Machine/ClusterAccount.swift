import Foundation

/// The unprivileged account that runs the server and owns its files, and the way to act as it.
///
/// - An ordinary user's cluster runs as that user.
/// - Root's cluster runs as whoever owns its files already; a new one as `gasworks` if the machine has that account, else as
///   `postgres`, which Debian's server package makes.
///
/// Root never touches a file below the cluster's folder itself but lets the account do so: a symbolic link planted there could
/// otherwise turn root's hand against the machine.
struct ClusterAccount: Sendable {
    let account: OSAccount
    /// Whoever called: root, or the account itself.
    let caller: OSAccount

    /// Finds the account for the cluster whose files are, or will be, in `directory`.
    static func find(forClusterIn directory: String) throws -> ClusterAccount {
        let caller = try OSAccount.current()
        guard caller.isRoot else { return ClusterAccount(account: caller, caller: caller) }
        if let owner = owner(of: directory), owner != 0, let account = OSAccount(userID: owner) {
            return ClusterAccount(account: account, caller: caller)
        }
        guard let account = OSAccount(name: "gasworks") ?? OSAccount(name: "postgres"), !account.isRoot else {
            throw EmbeddedPostgresError.noUnprivilegedAccount
        }
        return ClusterAccount(account: account, caller: caller)
    }

    /// Runs `command` as the account.
    func run(
        _ command: [String], environment: [String: String] = [:], input: String = ""
    ) throws -> ChildProcess.Result {
        try ChildProcess.run(asAccount(command), environment: environment, input: input)
    }

    /// Runs a `/bin/sh` script as the account, with `arguments` as `$1`, `$2`, …; any step that fails ends it.
    ///
    /// - Throws: `EmbeddedPostgresError.toolFailed` when the script fails.
    @discardableResult
    func shell(_ script: String, _ arguments: String..., input: String = "") throws -> String {
        let result = try run(["/bin/sh", "-euc", "umask 077\n" + script, "sh"] + arguments, input: input)
        guard result.exitStatus == 0 else {
            throw EmbeddedPostgresError.toolFailed(tool: script, output: result.message)
        }
        return result.output
    }

    /// `command`, led by what drops root's rights for good: user, groups, and any way back up.
    func asAccount(_ command: [String]) -> [String] {
        guard caller.isRoot else { return command }
        return [
            "setpriv", "--reuid=\(account.userID)", "--regid=\(account.groupID)", "--init-groups", "--inh-caps=-all",
            "--no-new-privs", "--",
        ] + command
    }

    private static func owner(of path: String) -> UInt32? {
        var information = stat()
        return lstat(path, &information) == 0 ? information.st_uid : nil
    }
}
