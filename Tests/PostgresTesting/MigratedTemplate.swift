import EmbeddedPostgres

/// The database that migrated ones are cloned from: cloning takes a tenth of a second, migrating takes longer each month.
package actor MigratedTemplate {
    /// Applies all migrations to the database behind a URL that speaks as its owner.
    package typealias Migration = @Sendable (_ ownerURL: String) async throws -> Void

    static let shared = MigratedTemplate()

    private var making: Task<String, any Error>?

    /// The template's name; made and migrated by the first who asks, while the others wait.
    func name(on cluster: TemporaryCluster, migratedBy migrate: @escaping Migration) async throws -> String {
        if let making { return try await making.value }
        let task = Task {
            let name = "migrated_template"
            let owner = ClusterRole.owner.rawValue
            try await cluster.sql("CREATE DATABASE \(name) OWNER \(owner) TEMPLATE template0", database: "postgres")
            try await migrate(cluster.connectionURL(role: .owner, database: name))
            return name
        }
        making = task
        return try await task.value
    }
}
