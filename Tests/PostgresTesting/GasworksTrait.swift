import Archive
import PostgresClient
package import Testing

extension Trait where Self == DatabaseTrait {
    /// A database with Gasworks' schema, installed as a rehearsal in Helsinki's time; cloned, so it costs little.
    ///
    /// Speak to it as a role by `TestDatabase.current.connectionURL(role:)`.
    package static var gasworks: Self {
        migratedDatabase { ownerURL in
            let owner = try await PostgresConnection.connect(PostgresConfiguration(url: ownerURL))
            try await Migrator().migrate(owner)
            try await owner.execute("SELECT gasworks.install('Europe/Helsinki', true)")
            await owner.close()
        }
    }
}
