import Archive
import EmbeddedPostgres
import PostgresClient

/// Ways of a measurement to its database.
extension BenchCluster {
    /// Migrates the database and makes it a company's.
    func install(timeZone: String, isRehearsal: Bool) async throws {
        let owner = try await PostgresConnection.connect(
            PostgresConfiguration(url: cluster.connectionURL(role: .owner)))
        try await Migrator().migrate(owner)
        try await owner.execute("SELECT gasworks.install(\(timeZone), \(isRehearsal))")
        await owner.close()
    }

    /// Opens a database as an administrator.
    func open(_ database: String = "gasworks") async throws -> GasworksDatabase {
        try await GasworksDatabase.open(url: cluster.connectionURL(role: .administrator, database: database))
    }

    /// Runs SQL by psql as the superuser.
    ///
    /// - Returns: what psql printed.
    @discardableResult
    func sql(_ text: String, in database: String = "gasworks", _ options: String...) async throws -> String {
        try await cluster.run(
            "psql", ["-XqAt", "--set=ON_ERROR_STOP=1", "--dbname=\(database)"] + options, input: text + "\n")
    }
}
