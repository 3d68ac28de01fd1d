import Foundation

/// An account of the operating system.
package struct OSAccount: Equatable, Sendable {
    package let name: String
    package let userID: UInt32
    package let groupID: UInt32

    /// Whether this is root, as which PostgreSQL refuses to run.
    package var isRoot: Bool { userID == 0 }

    /// The account this process runs under.
    static func current() throws -> OSAccount {
        guard let account = OSAccount(userID: geteuid()) else {
            throw EmbeddedPostgresError.unknownAccount(userID: geteuid())
        }
        return account
    }

    init?(userID: UInt32) {
        self.init { entry, buffer, size, found in getpwuid_r(userID, entry, buffer, size, found) }
    }

    init?(name: String) {
        self.init { entry, buffer, size, found in getpwnam_r(name, entry, buffer, size, found) }
    }

    private typealias Lookup = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    private init?(_ lookup: Lookup) {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: 16_384)  // holds the entry's strings
        defer { buffer.deallocate() }
        guard lookup(&entry, buffer, 16_384, &found) == 0, found != nil else { return nil }
        name = String(cString: entry.pw_name)
        userID = entry.pw_uid
        groupID = entry.pw_gid
    }
}
