import Archive
import EmbeddedPostgres
import PostgresClient

/// The database that migrated ones are cloned from: cloning takes a tenth of a second, migrating takes longer each month.
actor MigratedTemplate {
    static let shared = MigratedTemplate()

    private var making: Task<String, any Error>?

    /// The template's name; made and migrated for the first who asks, while the others wait.
    func name(on cluster: TemporaryCluster) async throws -> String {
        if let making { return try await making.value }
        let task = Task {
            let name = "migrated_template"
            let owner = ClusterRole.owner.rawValue
            try await cluster.sql("CREATE DATABASE \(name) OWNER \(owner) TEMPLATE template0", database: "postgres")
            let url = cluster.connectionURL(role: .owner, database: name)
            let connection = try await PostgresConnection.connect(PostgresConfiguration(url: url))
            try await Migrator().migrate(connection)
            // A template that somebody is connected to cannot be cloned.
            await connection.close()
            return name
        }
        making = task
        return try await task.value
    }
}
