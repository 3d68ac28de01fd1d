import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

struct HorizonPlanTests {
    @Test(.gasworks) func `planning anew replaces what is not frozen and leaves frozen days alone`() async throws {
        try await SmallCity.found()
        let dispatcher = try await session(as: .dispatcher)
        try await save([("2026-11-26", "B0"), ("2026-12-10", "B1")], over: 0, on: dispatcher)
        // The 26th is nearer than plan.freeze_days (3) and planned already; the 10th is not.
        let refused = await refusal { try await save([("2026-11-26", "B1")], over: 1, on: dispatcher) }
        #expect(refused?.message == "day_frozen")
        try await save([("2026-12-12", "B1")], over: 1, on: dispatcher)
        let campaigns = try await dispatcher.query(
            "SELECT plan_version || ' ' || planned_date || ' ' || building_id FROM campaign ORDER BY planned_date",
            as: (String.self))
        #expect(campaigns == ["1 2026-11-26 B0", "2 2026-12-12 B1"])
        let households = try await dispatcher.queryOne("SELECT count(*) FROM campaign_household", as: (Int.self))
        #expect(households == 2)
    }

    @Test(.gasworks) func `of two who plan the same horizon, one is told who was first`() async throws {
        try await SmallCity.found()
        let first = try await session(as: .dispatcher, for: "Aino")
        let second = try await session(as: .dispatcher)
        try await save([("2026-12-10", "B1")], over: 0, on: first)
        let refused = await refusal { try await save([("2026-12-11", "B1")], over: 0, on: second) }
        #expect(refused?.message == "plan_conflict")
        #expect(refused?.detail?.contains("Aino") == true)
    }

    private func save(_ days: [(String, String)], over base: Int, on connection: PostgresConnection) async throws {
        try await connection.transaction { connection in
            try await connection.execute("SELECT begin_horizon_plan()")
            for (number, (day, building)) in days.enumerated() {
                try await connection.simpleQuery(
                    unsafeSQL: """
                        INSERT INTO pg_temp.staged_campaign VALUES (\(number), '\(building)', '\(day)', 1, 30);
                        INSERT INTO pg_temp.staged_campaign_household VALUES (\(number), 'H01', '2027-01-10');
                        """)
            }
            try await connection.execute(
                "SELECT save_horizon_plan(gen_random_uuid(), 'A1', \(Int32(base)), '2026-11-25', '2028-11-25', '{}')")
        }
    }
}
