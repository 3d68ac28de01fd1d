import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

struct ParallelClosingTests {
    @Test(.gasworks) func `twenty closes at once, of different households, keep every chain`() async throws {
        try await SmallCity.found()
        try await inParallel(20) { number in
            let dispatcher = try await session(as: .dispatcher)
            let account = "H" + (number < 10 ? "0\(number)" : "\(number)")
            _ = try await Closing(job: try await SmallCity.job(of: account)).report(on: dispatcher)
            await dispatcher.close()
        }
        let closed = try await TestDatabase.current.sql(
            "SELECT count(*) FROM gasworks.inspection_visit WHERE completed")
        #expect(closed == "20")
        #expect(try await SmallCity.faults().isEmpty)
    }

    @Test(.gasworks) func `twenty commands at once on one household queue up and keep its chain`() async throws {
        try await SmallCity.found()
        let closing = Closing(job: try await SmallCity.job(of: "H01"))
        try await inParallel(20) { number in
            let dispatcher = try await session(as: .dispatcher)
            if number.isMultiple(of: 2) {
                _ = try await closing.report(on: dispatcher)
            } else {
                try await dispatcher.execute("SELECT * FROM household_private('H01', 'call')")
            }
            await dispatcher.close()
        }
        let stored = try await TestDatabase.current.sql(
            """
            SELECT count(*), max(seq), count(*) FILTER (WHERE kind = 'visit_closed')
            FROM gasworks.archive_event WHERE account_no = 'H01'
            """)
        #expect(stored == "12|12|1")
        #expect(try await SmallCity.faults().isEmpty)
    }

    private func inParallel(_ count: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...count { group.addTask { try await work(number) } }
            try await group.waitForAll()
        }
    }
}
