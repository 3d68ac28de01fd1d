import GasService
package import PostgresClient
package import Schema

/// Brings a database to this program's schema.
///
/// Each migration is a transaction that first inserts its row into `gasworks.migration`, under a lock on that table: two
/// processes that migrate at once apply each file once, one waiting for the other. What was applied is remembered with
/// the SHA-256 of its text; a file that changed since is refused, and so is a database that a newer program migrated.
/// After the migrations come the routines, all of them in one transaction, when they are not what the database has.
package struct Migrator: Sendable {
    /// The migrations this program knows, in order.
    package let migrations: [Migration]
    /// The routines of this program, in the order in which they are applied; none: routines are left as they are.
    package let routines: [RoutineFile]
    /// The revision of the routines.
    package let revision: Int32

    /// A migrator of the program's own schema.
    package init() {
        self.init(migrations: Schema.migrations, routines: Schema.routines, revision: Schema.routineRevision)
    }

    /// A migrator of another schema, in tests.
    package init(migrations: [Migration], routines: [RoutineFile] = [], revision: Int32 = 1) {
        self.migrations = migrations
        self.routines = routines
        self.revision = revision
    }

    /// Applies what is missing, and the routines where they differ.
    ///
    /// - Parameter connection: a connection of the database's owner.
    /// - Returns: what this call applied.
    /// - Throws: `GasworksError.changedMigration` and `.newerDatabase`; nothing was applied then.
    @discardableResult
    nonisolated(nonsending) package func migrate(_ connection: PostgresConnection) async throws -> MigrationReport {
        do {
            try await connection.transaction { connection in
                // Two first migrators at once: CREATE … IF NOT EXISTS alone would let one of them fail.
                try await connection.execute("SELECT pg_advisory_xact_lock(hashtext('gasworks.migration'))")
                try await connection.simpleQuery(unsafeSQL: Self.ledger)
            }
            try await refuseStrangers(connection)
            var applied: [String] = []
            for migration in migrations where try await apply(migration, connection) {
                applied.append(migration.name)
            }
            return MigrationReport(applied: applied, routinesApplied: try await applyRoutines(connection))
        } catch let error as PostgresError {
            throw GasworksError(error, during: "db migrate")
        }
    }

    /// What is applied and what is missing.
    ///
    /// - Parameter connection: a connection of any role that may read `gasworks.migration`.
    /// - Returns: the state of the database.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package func status(_ connection: PostgresConnection) async throws -> MigrationStatus {
        let (exists) = try await connection.queryOne(
            "SELECT to_regclass('gasworks.migration') IS NOT NULL", as: (Bool.self))
        let applied =
            exists
            ? try await connection.query(
                "SELECT number, name, checksum FROM gasworks.migration ORDER BY number",
                as: (Int32.self, String.self, String.self)
            ).map { MigrationStatus.Applied(number: $0.0, name: $0.1, checksum: $0.2) }
            : []
        return MigrationStatus(
            applied: applied, known: migrations,
            checksums: try await checksums(of: migrations.map(\.sql), connection),
            routines: try await connection.transaction { try await routineState($0) })
    }

    /// Refuses a database that is not ours to migrate.
    nonisolated(nonsending) private func refuseStrangers(_ connection: PostgresConnection) async throws {
        let status = try await status(connection)
        if let name = status.changed.first { throw GasworksError.changedMigration(name: name) }
        if let newest = status.newer.last {
            throw GasworksError.newerDatabase(version: newest, known: migrations.last?.name ?? "none")
        }
        if case .newer(let theirs) = status.routines { throw GasworksError(routines: theirs, known: revision) }
    }

    /// Applies one migration, unless it is applied; whether it did.
    nonisolated(nonsending) private func apply(
        _ migration: Migration, _ connection: PostgresConnection
    ) async throws -> Bool {
        try await connection.transaction { connection in
            try await lock(connection)
            let inserted = try await connection.execute(
                """
                INSERT INTO gasworks.migration (number, name, checksum, applied_at, applied_by)
                VALUES (\(migration.number), \(migration.name),
                        encode(sha256(convert_to(\(migration.sql), 'UTF8')), 'hex'), clock_timestamp(), session_user)
                ON CONFLICT (number) DO NOTHING
                """)
            guard inserted == 1 else { return false }
            try await connection.simpleQuery(unsafeSQL: migration.sql)
            return true
        }
    }

    /// Keeps other migrators out until the transaction ends.
    nonisolated(nonsending) func lock(_ connection: PostgresConnection) async throws {
        try await connection.simpleQuery(unsafeSQL: "LOCK TABLE gasworks.migration IN SHARE ROW EXCLUSIVE MODE")
    }

    /// The checksums of texts, computed where those of the applied ones were.
    nonisolated(nonsending) func checksums(
        of texts: [String], _ connection: PostgresConnection
    ) async throws -> [String] {
        try await connection.query(
            """
            SELECT encode(sha256(convert_to(text, 'UTF8')), 'hex')
            FROM unnest(\(texts)) WITH ORDINALITY AS file (text, place) ORDER BY place
            """,
            as: (String.self))
    }

    /// The table of what was applied, and the schema it is in.
    private static let ledger = """
        SET LOCAL client_min_messages = warning;
        CREATE SCHEMA IF NOT EXISTS gasworks;
        CREATE TABLE IF NOT EXISTS gasworks.migration (
            number     integer     NOT NULL,
            name       text        NOT NULL,
            checksum   text        NOT NULL,
            applied_at timestamptz NOT NULL,
            applied_by text        NOT NULL,
            CONSTRAINT migration_pkey PRIMARY KEY (number)
        );
        """
}
