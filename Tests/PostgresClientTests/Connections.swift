import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// The settings for the running suite's database, as its owner.
func configuration() throws -> PostgresConfiguration {
    try PostgresConfiguration(url: TestDatabase.current.connectionURL(role: .owner))
}

/// Lends a new connection to the suite's database, and closes it.
func withConnection<Result: Sendable>(
    _ body: (PostgresConnection) async throws -> Result
) async throws -> Result {
    try await withConnection(configuration(), body)
}

/// Lends a new connection with these settings, and closes it.
func withConnection<Result: Sendable>(
    _ settings: PostgresConfiguration, _ body: (PostgresConnection) async throws -> Result
) async throws -> Result {
    let connection = try await PostgresConnection.connect(settings)
    let result: Result
    do {
        result = try await body(connection)
    } catch {
        await connection.close()
        throw error
    }
    await connection.close()
    return result
}

/// Lends a new pool on the suite's database, and shuts it down.
func withPool<Result: Sendable>(
    _ options: PoolOptions = PoolOptions(), _ body: (PostgresPool) async throws -> Result
) async throws -> Result {
    let pool = PostgresPool(try configuration(), options: options)
    defer { pool.shutDown() }
    return try await body(pool)
}

/// The error that work ends with, as this client's.
func postgresError<Result>(_ work: () async throws -> Result) async -> PostgresError? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? PostgresError
    }
}

/// Waits until a condition holds, asking again after short pauses; gives up after many.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<6000 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}

/// Expects that a connection answers.
func expectUsable(_ connection: PostgresConnection, _ location: SourceLocation = #_sourceLocation) async throws {
    let answer = try await connection.queryOne("SELECT 1", as: Int.self)
    #expect(answer == 1, sourceLocation: location)
}
