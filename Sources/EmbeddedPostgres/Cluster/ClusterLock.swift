import Foundation

/// The right to make, start or stop a cluster, held by one process at a time and let go when it dies.
struct ClusterLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the lock of `home`; whoever holds it is at most as long at work as a start may take.
    init(home: ClusterHome, account: ClusterAccount) throws {
        var opened = open(home.lockFile, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        if opened < 0, errno == ENOENT {
            opened = open(home.lockFile, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            if opened >= 0, account.caller.isRoot {
                // The cluster may be a user's, and that user must be able to take the lock too.
                fchown(opened, account.account.userID, account.account.groupID)
            } else if opened < 0, errno == EEXIST {
                opened = open(home.lockFile, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
            }
        }
        guard opened >= 0 else {
            throw EmbeddedPostgresError.homeUnusable(home: home.path, reason: String(cString: strerror(errno)))
        }
        descriptor = opened
        while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
    }

    deinit { close(descriptor) }
}
