import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// A connection to the running test's database, as a role, at the instant at which the test plays.
func session(
    as role: ClusterRole, at now: String? = "2026-11-25T06:00:00Z", for human: String? = nil
) async throws -> PostgresConnection {
    var configuration = try PostgresConfiguration(url: TestDatabase.current.connectionURL(role: role))
    configuration.setSessionDefault("search_path", to: "gasworks")
    configuration.setSessionDefault("client_min_messages", to: "warning")
    if let now { configuration.setSessionDefault("gasworks.now", to: now) }
    if let human { configuration.setSessionDefault("gasworks.operator", to: human) }
    return try await PostgresConnection.connect(configuration)
}

/// The error with which the server refuses a work; nil, and a failed expectation, when it does not.
@discardableResult
func refusal(
    sourceLocation: SourceLocation = #_sourceLocation, _ work: () async throws -> Void
) async -> ServerError? {
    do {
        try await work()
        Issue.record("was not refused", sourceLocation: sourceLocation)
        return nil
    } catch let error as PostgresError {
        return error.server
    } catch {
        Issue.record("\(error)", sourceLocation: sourceLocation)
        return nil
    }
}

/// The roles that people work under.
let applicationRoles: [ClusterRole] = [.dispatcher, .crew, .supervisor, .compliance, .administrator]
