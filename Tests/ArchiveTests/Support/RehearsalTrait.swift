import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// Gives a test a migrated database of its own, installed as a rehearsal in Helsinki's time.
struct RehearsalTrait: TestTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await DatabaseTrait.migratedDatabase.provideScope(for: test, testCase: testCase) {
            let owner = try await session(as: .owner, at: nil)
            try await owner.execute("SELECT install('Europe/Helsinki', true)")
            await owner.close()
            try await function()
        }
    }
}

extension Trait where Self == RehearsalTrait {
    /// A migrated database of the test's own, installed as a rehearsal in Helsinki's time.
    static var gasworks: Self { Self() }
}
