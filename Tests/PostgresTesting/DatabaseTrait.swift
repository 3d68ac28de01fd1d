package import Testing

/// Gives a suite or a test a database of its own, reached as `TestDatabase.current`.
///
/// On a suite its tests share the one database; on a test, each of its cases gets another.
package struct DatabaseTrait: SuiteTrait, TestTrait, TestScoping {
    /// What the database holds at first.
    enum Content: Sendable {
        case nothing
        case migrations
    }

    let content: Content

    package var isRecursive: Bool { false }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let cluster = try await SharedCluster.running
        let template =
            switch content {
            case .nothing: "template0"
            case .migrations: try await MigratedTemplate.shared.name(on: cluster)
            }
        try await TestDatabase.withNew(from: template, on: cluster) { database in
            try await TestDatabase.$scoped.withValue(database) { try await function() }
        }
    }
}

extension Trait where Self == DatabaseTrait {
    /// An empty database, owned by `gasworks_owner`.
    package static var database: Self { Self(content: .nothing) }

    /// A database with all migrations applied, cloned from one that was migrated once in this process.
    package static var migratedDatabase: Self { Self(content: .migrations) }
}
