package import GasService
package import PostgresClient
import Schema

/// The company's database, spoken to as one role and for one human, through a pool.
///
/// What a work throws comes out as `GasworksError` where PostgreSQL refused it; so operations read as the trade and
/// nothing above this layer sees an SQLSTATE.
package struct GasworksDatabase: Sendable {
    /// What the database is.
    package let installation: Installation
    /// The instant that is played, in a rehearsal whose clock stands still.
    package let playedInstant: Instant?
    private let pool: PostgresPool

    /// Opens a database and makes sure, in one round trip, that its schema is this program's.
    ///
    /// - Parameters:
    ///   - url: where it is and as which role, for instance `postgresql:///gasworks?user=gasworks_dispatcher`.
    ///   - human: who works, as claimed; recorded beside the login. Nil: the login alone.
    ///   - now: the instant to play, in a rehearsal.
    ///   - options: how many connections at most.
    /// - Returns: the database, ready.
    /// - Throws: `GasworksError`: out of reach, not ready, newer than this program, or not a rehearsal.
    package static func open(
        url: String, for human: String? = nil, at now: Instant? = nil, options: PoolOptions = PoolOptions()
    ) async throws(GasworksError) -> GasworksDatabase {
        do {
            var configuration = try PostgresConfiguration(url: url)
            configuration["application_name"] = configuration["application_name"] ?? "gasworks"
            configuration.setSessionDefault("search_path", to: "gasworks")
            configuration.setSessionDefault("timezone", to: "UTC")
            configuration.setSessionDefault("client_min_messages", to: "warning")
            if let human { configuration.setSessionDefault("gasworks.operator", to: human) }
            if let now { configuration.setSessionDefault("gasworks.now", to: now.description) }
            let pool = PostgresPool(configuration, options: options)
            do {
                let installation = try await pool.withConnection {
                    do {
                        return try await readInstallation($0)
                    } catch let error as PostgresError where error.sqlState == .undefinedTable {
                        throw try await behind($0)
                    }
                }
                guard now == nil || installation.isRehearsal else { throw GasworksError.rehearsalClockRefused }
                return GasworksDatabase(installation: installation, playedInstant: now, pool: pool)
            } catch {
                pool.shutDown()
                throw error
            }
        } catch {
            throw told(error, during: "open")
        }
    }

    /// Does work that reads with one statement, or whose statements need not agree with each other.
    nonisolated(nonsending) package func read<Result>(
        _ work: nonisolated(nonsending) (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        do {
            return try await pool.withConnection(work)
        } catch {
            throw Self.passed(error, during: "read")
        }
    }

    /// Does work that reads with several statements, all of which see the database as it was at the first.
    nonisolated(nonsending) package func snapshot<Result>(
        _ work: nonisolated(nonsending) (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        do {
            return try await pool.withTransaction(isolation: .repeatableRead, readOnly: true, work)
        } catch {
            throw Self.passed(error, during: "read")
        }
    }

    /// Does work that changes something, in one transaction; again from the start when it met a deadlock.
    ///
    /// - Parameters:
    ///   - command: what is done, named to the user if the answer to the commit was lost.
    ///   - work: what to do; it must have no effect outside the database.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws, and `GasworksError` for what PostgreSQL refused.
    nonisolated(nonsending) package func write<Result>(
        _ command: String, _ work: nonisolated(nonsending) (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        do {
            return try await pool.withTransaction(work)
        } catch {
            throw Self.passed(error, during: command)
        }
    }

    /// The instant at which a command happens: the database's clock, or the one that is played.
    nonisolated(nonsending) package func present() async throws -> Instant {
        try await read { try await $0.present() }
    }

    /// The day on which a command happens, by the utility's clock.
    nonisolated(nonsending) package func today() async throws -> CalendarDate {
        installation.timeZone.date(of: try await present())
    }

    /// Closes all connections.
    package func close() { pool.shutDown() }

    nonisolated(nonsending) private static func readInstallation(
        _ connection: PostgresConnection
    ) async throws -> Installation {
        let row = try await connection.queryOptional(
            """
            SELECT i.time_zone, i.rehearsal, m.number, m.name, r.revision
            FROM gasworks.migration AS m
            LEFT JOIN gasworks.installation AS i ON true
            LEFT JOIN gasworks.routine AS r ON r.migration = m.number
            ORDER BY m.number DESC LIMIT 1
            """,
            as: (String?.self, Bool?.self, Int32.self, String.self, Int32?.self))
        let known = Schema.migrations.last
        guard let (zone, rehearsal, number, name, revision) = row, number >= known?.number ?? 0 else {
            throw GasworksError.databaseNotReady(.schemaBehind(migration: row?.3))
        }
        guard number == known?.number else {
            throw GasworksError.newerDatabase(version: name, known: known?.name ?? "none")
        }
        guard let revision, revision >= Schema.routineRevision else {
            throw GasworksError.databaseNotReady(.routinesBehind)
        }
        guard revision == Schema.routineRevision else {
            throw GasworksError(routines: revision, known: Schema.routineRevision)
        }
        guard let zone, let rehearsal else { throw GasworksError.databaseNotReady(.notInstalled) }
        guard let timeZone = UtilityTimeZone(zone) else { throw GasworksError.unknownTimeZone(name: zone) }
        return Installation(timeZone: timeZone, isRehearsal: rehearsal, schemaVersion: number)
    }

    /// How far a schema is that lacks a table which this program asks for.
    nonisolated(nonsending) private static func behind(_ connection: PostgresConnection) async throws -> GasworksError {
        let name = try await connection.queryOptional(
            "SELECT name FROM gasworks.migration ORDER BY number DESC LIMIT 1", as: (String.self))
        return .databaseNotReady(.schemaBehind(migration: name))
    }

    private static func passed(_ error: any Error, during command: String) -> any Error {
        guard let postgres = error as? PostgresError else { return error }
        // A transaction that could not be rolled back: what the work itself threw tells more.
        if case .transaction(let failure) = postgres, let cause = failure.cause as? GasworksError { return cause }
        return GasworksError(postgres, during: command)
    }

    private static func told(_ error: any Error, during command: String) -> GasworksError {
        passed(error, during: command) as? GasworksError ?? .unexpected(sqlState: "", message: "\(error)")
    }
}
