package import EmbeddedPostgres

/// A database of a suite's (or a test's) own, on the cluster that all suites of this process share.
///
/// ```swift
/// @Suite(.database) struct TransactionTests {
///     @Test func `a rollback leaves nothing`() async throws {
///         let url = try TestDatabase.current.connectionURL(role: .owner)
/// ```
package struct TestDatabase: Sendable {
    /// The database's name.
    package let name: String
    /// The cluster it is on.
    package let cluster: TemporaryCluster

    /// Asked for a database where no `.database` or `.migratedDatabase` trait gave one.
    package struct Missing: Error {}

    /// The database that the trait of the running suite or test made.
    ///
    /// - Throws: `Missing` when there is no such trait.
    package static var current: TestDatabase {
        get throws {
            guard let scoped else { throw Missing() }
            return scoped
        }
    }

    @TaskLocal static var scoped: TestDatabase?

    /// The URL over the socket, as `role`; `.owner` owns the database.
    package func connectionURL(role: ClusterRole) -> String {
        cluster.connectionURL(role: role, database: name)
    }

    /// Runs SQL as the superuser and returns the rows as psql's unaligned text.
    @discardableResult
    package func sql(_ statements: String) async throws -> String {
        try await cluster.sql(statements, database: name)
    }

    /// Makes a database with the content of `template`, lends it to `body`, and drops it.
    static func withNew(
        from template: String, on cluster: TemporaryCluster, _ body: (TestDatabase) async throws -> Void
    ) async throws {
        let name = "test_\(UInt32.random(in: .min ... .max))"
        let owner = ClusterRole.owner.rawValue
        try await cluster.sql("CREATE DATABASE \(name) OWNER \(owner) TEMPLATE \(template)", database: "postgres")
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(TestDatabase(name: name, cluster: cluster)))
        } catch {
            outcome = .failure(error)
        }
        try await cluster.sql("DROP DATABASE \(name) WITH (FORCE)", database: "postgres")
        try outcome.get()
    }
}
