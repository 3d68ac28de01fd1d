import Archive
import EmbeddedPostgres
import GasService
import PostgresClient

extension CommandContext {
    /// Does work on the database as an administrator, or as whoever the URL names.
    ///
    /// The embedded cluster is started when it is down, and migrated when this program is newer than its schema; a
    /// server that was named is left as its administrators keep it.
    ///
    /// - Parameter work: what to do; the connections are closed after it.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws, a `GasworksError` as `LocalError`; `GasworksError` when the database is out of
    ///   reach, not ready or no rehearsal.
    nonisolated(nonsending) func withDatabase<Result>(
        _ work: nonisolated(nonsending) (GasworksDatabase) async throws -> Result
    ) async throws -> Result {
        let database = try await openDatabase()
        defer { database.close() }
        do {
            return try await work(database)
        } catch let error as GasworksError {
            throw LocalError(error: error, zone: database.installation.timeZone)
        }
    }

    nonisolated(nonsending) private func openDatabase() async throws -> GasworksDatabase {
        if case .embedded(let home) = location, try EmbeddedCluster(home: home).status() == .notInitialized {
            throw GasworksError.databaseNotReady(.noCluster(home: home.path))
        }
        do {
            return try await open()
        } catch GasworksError.databaseNotReady where location.isEmbedded {
            try await migrate()
            return try await open()
        }
    }

    /// Opens the database as it is, as an administrator or whoever the URL names.
    nonisolated(nonsending) func open() async throws -> GasworksDatabase {
        let url = try await location.connectionURL(role: .administrator)
        return try await GasworksDatabase.open(url: url, for: operatorName, at: now)
    }

    /// Applies what the database lacks of the schema, as its owner.
    ///
    /// - Returns: what was applied.
    /// - Throws: `GasworksError` when the database is newer, or was changed behind this program's back.
    @discardableResult
    nonisolated(nonsending) func migrate() async throws -> MigrationReport {
        try await withOwner { try await Migrator().migrate($0) }
    }

    /// Does work on a connection of the schema's owner; only making and migrating a database need it.
    ///
    /// - Parameter work: what to do; the connection is closed after it.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws; `GasworksError` when the database is out of reach.
    nonisolated(nonsending) func withOwner<Result>(
        _ work: nonisolated(nonsending) (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        do {
            let url = try await location.connectionURL(role: .owner)
            let connection = try await PostgresConnection.connect(PostgresConfiguration(url: url))
            do {
                let result = try await work(connection)
                await connection.close()
                return result
            } catch {
                await connection.close()
                throw error
            }
        } catch let error as PostgresError {
            throw GasworksError(error, during: "db")
        }
    }
}

extension DatabaseLocation {
    /// Whether the database is in the cluster that this program keeps.
    var isEmbedded: Bool {
        if case .embedded = self { true } else { false }
    }
}
