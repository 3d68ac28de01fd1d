/// Why the embedded cluster could not do what it was asked, with what the reader needs in order to mend it.
package enum EmbeddedPostgresError: Error, Equatable, Sendable {
    /// No PostgreSQL server of version 15 or later was found; `searched` are the folders looked at.
    case serverNotFound(searched: [String])
    /// The data were written by another major version than any that is installed.
    case serverVersionMismatch(data: Int, installed: [Int])
    /// Root may not run PostgreSQL, and neither an account `gasworks` nor `postgres` exists.
    case noUnprivilegedAccount
    /// The user id that runs this process has no entry in the machine's list of accounts.
    case unknownAccount(userID: UInt32)
    /// The account that runs the cluster may not pass through `obstacle`, a folder on the way to `home`.
    case homeNotTraversable(home: String, obstacle: String, account: String)
    /// The home could not be made or opened; `reason` is the operating system's.
    case homeUnusable(home: String, reason: String)
    /// The socket's folder exists but belongs to somebody else, so what listens there cannot be trusted.
    case socketDirectoryNotOurs(path: String)
    /// There is no cluster in this home yet.
    case notInitialized(home: String)
    /// Making the cluster failed; nothing of it is left. `output` is what the tool said.
    case initializationFailed(output: String)
    /// The server did not come up; `output` is the end of its log.
    case startFailed(output: String)
    /// The server did not stop in time; `output` is what the tool said.
    case stopFailed(output: String)
    /// A program that every PostgreSQL or Debian machine has could not be run.
    case toolFailed(tool: String, output: String)
}

extension EmbeddedPostgresError: CustomStringConvertible {
    /// The cause and the way out, in English, for logs and developers.
    package var description: String {
        switch self {
        case .serverNotFound(let searched):
            "no PostgreSQL server of version 15 or later in \(searched.joined(separator: ", ")); "
                + "install the package postgresql-15"
        case .serverVersionMismatch(let data, let installed):
            "the data are of PostgreSQL \(data), installed is \(installed.map(String.init).joined(separator: ", ")); "
                + "install the package postgresql-\(data)"
        case .noUnprivilegedAccount:
            "PostgreSQL does not run as root; make an account for it: useradd --system gasworks"
        case .unknownAccount(let userID):
            "user id \(userID) has no account on this machine; run as a user that /etc/passwd knows"
        case .homeNotTraversable(let home, let obstacle, let account):
            "\(account), the account that runs the cluster, may not enter \(obstacle) on the way to \(home); "
                + "set GASWORKS_HOME to a folder it can reach, or allow it: chmod o+x \(obstacle)"
        case .homeUnusable(let home, let reason):
            "cannot use \(home): \(reason); set GASWORKS_HOME to a folder that can be written"
        case .socketDirectoryNotOurs(let path):
            "\(path) belongs to somebody else; remove it, or choose a shorter GASWORKS_HOME"
        case .notInitialized(let home):
            "there is no cluster in \(home) yet; make one: gasworks db init"
        case .initializationFailed(let output): "making the cluster failed: \(output)"
        case .startFailed(let output): "the server did not start: \(output)"
        case .stopFailed(let output): "the server did not stop: \(output)"
        case .toolFailed(let tool, let output): "\(tool) failed: \(output)"
        }
    }
}
