import Foundation

/// Makes the folders a cluster needs, with the owners and permissions that keep everybody else out.
struct HomePreparation {
    let home: ClusterHome
    let account: ClusterAccount

    /// Makes the home itself, so that it can hold the lock.
    ///
    /// Root's is open for passing through (0711), because the server's account must reach its own folder inside.
    static func makeHome(_ home: ClusterHome) throws {
        let permissions: mode_t = geteuid() == 0 ? 0o711 : 0o700
        var path = ""
        for component in home.path.split(separator: "/") {
            path += "/" + component
            if mkdir(path, permissions) != 0, errno != EEXIST {
                // A folder that is there may well refuse to be made (read-only, no permission); only the last one matters.
                let reason = String(cString: strerror(errno))
                guard FileManager.default.fileExists(atPath: path) else {
                    throw EmbeddedPostgresError.homeUnusable(home: home.path, reason: reason)
                }
            }
        }
    }

    /// Makes the cluster's own folders and checks that its account can reach them.
    func makeDirectories() throws {
        try makeClusterDirectory()
        guard try account.run(["test", "-x", home.directory]).exitStatus == 0 else {
            throw EmbeddedPostgresError.homeNotTraversable(
                home: home.path, obstacle: obstacle(), account: account.account.name)
        }
        try account.shell(#"mkdir -p "$1" && chmod 0700 "$1""#, home.logDirectory)
        try makeSocketDirectory()
    }

    private func makeClusterDirectory() throws {
        if mkdir(home.directory, 0o700) != 0, errno != EEXIST {
            throw EmbeddedPostgresError.homeUnusable(home: home.path, reason: String(cString: strerror(errno)))
        }
        // Also when it exists: whoever made it may have been killed before it could hand it over.
        if account.caller.isRoot {
            lchown(home.directory, account.account.userID, account.account.groupID)
        }
    }

    /// In /tmp anybody could have made a folder of this name first, and a server of theirs could wait in it.
    private func makeSocketDirectory() throws {
        let directory = home.socketDirectory(ownedBy: account.account)
        _ = try account.run(["mkdir", "-m", "0700", directory])
        guard Self.isPrivate(directory, to: account.account) else {
            throw EmbeddedPostgresError.socketDirectoryNotOurs(path: directory)
        }
    }

    /// Whether `directory` is a real folder that only `account` (and root) can enter.
    static func isPrivate(_ directory: String, to account: OSAccount) -> Bool {
        var information = stat()
        return lstat(directory, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
            && information.st_uid == account.userID && information.st_mode & 0o077 == 0
    }

    /// The first folder on the way to the cluster's that its account may not enter.
    private func obstacle() -> String {
        var path = ""
        for component in home.directory.split(separator: "/") {
            path += "/" + component
            let allowed = try? account.run(["test", "-x", path]).exitStatus == 0
            if allowed != true { return path }
        }
        return home.directory
    }
}
