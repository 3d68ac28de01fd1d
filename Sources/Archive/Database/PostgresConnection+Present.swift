package import GasService
package import PostgresClient

extension PostgresConnection {
    /// The instant at which a command happens: the database's clock, or the one that is played in a rehearsal.
    nonisolated(nonsending) package func present() async throws -> Instant {
        try await queryOne("SELECT present()", as: (Instant.self))
    }

    /// The instant that was given; without one, the present.
    nonisolated(nonsending) package func instant(_ given: Instant?) async throws -> Instant {
        if let given { return given }
        return try await present()
    }
}
