/// What a new cluster is given before anybody can reach it: the roles, and the database they meet in.
///
/// The roles have no password: over the socket the kernel vouches for who connects. What each may do is the migrations' affair.
enum BootstrapStatements {
    static let database = "gasworks"

    /// SQL for the single-user server, which takes a statement as ended by a semicolon and an empty line.
    static var text: String {
        let owner = ClusterRole.owner.rawValue
        let roles = ClusterRole.applicationRoles.map { "CREATE ROLE \($0.rawValue) LOGIN;" }
        return
            (["CREATE ROLE \(owner) LOGIN CREATEROLE;"] + roles + [
                "CREATE DATABASE \(database) OWNER \(owner);",
                "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;",
                "REVOKE CONNECT ON DATABASE template1 FROM PUBLIC;",
            ]).joined(separator: "\n\n") + "\n\n"
    }
}
