import Foundation

/// Where the pieces of a cluster lie below its home.
///
/// ```
/// HOME/                       made by whoever calls first
///     cluster.lock            held while somebody makes, starts or stops the cluster
///     postgres/               0700, the cluster's account's
///         data/               PostgreSQL's data folder; it appears whole or not at all
///         initializing-PID/   a data folder in the making
///         log/                startup.log, and one server log for each day of the week
///         run/                the socket (elsewhere when HOME is long, see `socketDirectory`)
/// ```
package struct ClusterHome: Equatable, Sendable {
    /// The home's absolute path, free of symbolic links.
    package let path: String

    /// The home in use: `$GASWORKS_HOME`, else `~/.gasworks`, for root `/var/lib/gasworks`.
    ///
    /// Root's own home is closed to every other account, so the server, which never runs as root, could not reach it.
    package static func standard(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> ClusterHome {
        if let chosen = environment["GASWORKS_HOME"], !chosen.isEmpty { return ClusterHome(chosen) }
        if geteuid() == 0 { return ClusterHome("/var/lib/gasworks") }
        return ClusterHome(NSHomeDirectory() + "/.gasworks")
    }

    /// The home at `path`; a relative path starts at the current folder, `~` is the user's home.
    package init(_ path: String) {
        let expanded = URL(fileURLWithPath: (path as NSString).expandingTildeInPath).standardizedFileURL.path
        self.path = Self.withoutSymbolicLinks(expanded)
    }

    var lockFile: String { path + "/cluster.lock" }
    var directory: String { path + "/postgres" }
    var dataDirectory: String { directory + "/data" }
    var logDirectory: String { directory + "/log" }
    var startupLog: String { logDirectory + "/startup.log" }

    /// A name for this cluster in `ps`, the same whoever asks.
    var clusterName: String {
        let hash = path.utf8.reduce(into: UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in  // FNV-1a
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return "gasworks-" + String(hash, radix: 36)
    }

    /// The socket's folder.
    ///
    /// A socket's path may have 107 bytes, so a cluster in a deep home listens in a short folder of /tmp. It does not follow
    /// `XDG_RUNTIME_DIR`, which a login has and a timer has not: both must find the same server.
    func socketDirectory(ownedBy account: OSAccount) -> String {
        let beside = directory + "/run"
        let socketName = "/.s.PGSQL.65535"
        return beside.utf8.count + socketName.utf8.count <= 107
            ? beside : "/tmp/\(clusterName)-\(account.userID)"
    }

    /// The major version of the server that wrote the data, or nil when there are none.
    var dataVersion: Int? {
        guard let text = try? String(contentsOfFile: dataDirectory + "/PG_VERSION", encoding: .utf8) else { return nil }
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Resolves the part of `path` that exists; what is still to be made keeps its name.
    private static func withoutSymbolicLinks(_ path: String) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        let parent = (path as NSString).deletingLastPathComponent
        guard !parent.isEmpty, parent != path else { return path }
        let resolvedParent = withoutSymbolicLinks(parent)
        return (resolvedParent as NSString).appendingPathComponent((path as NSString).lastPathComponent)
    }
}
