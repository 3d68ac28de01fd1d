import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

struct PrivilegeTests {
    @Test(.gasworks, arguments: applicationRoles + [.owner])
    func `no role can change, delete or truncate an event`(role: ClusterRole) async throws {
        try await SmallCity.found()
        let connection = try await session(as: role, at: nil)
        for statement in [
            "UPDATE archive_event SET kind = 'forged'", "DELETE FROM archive_event", "TRUNCATE archive_event",
            "INSERT INTO archive_event SELECT * FROM archive_event LIMIT 0",
        ] where !(role == .owner && statement.hasPrefix("INSERT")) {
            let refused = await refusal { try await connection.simpleQuery(unsafeSQL: statement) }
            #expect(refused?.sqlState == .insufficientPrivilege, "\(role) \(statement)")
        }
        #expect(try await SmallCity.faults().isEmpty)
    }

    @Test(
        .gasworks,
        arguments: ["UPDATE archive_event SET kind = 'x'", "DELETE FROM archive_event", "TRUNCATE archive_event"])
    func `not even the functions' own role can change an event`(statement: String) async throws {
        let database = try TestDatabase.current
        await #expect(throws: (any Error).self) {
            try await database.sql("SET ROLE gasworks_keeper; SET search_path = gasworks; \(statement)")
        }
        // The same session shape is able to read, so it was the privilege that refused.
        try await database.sql(
            "SET ROLE gasworks_keeper; SET search_path = gasworks; SELECT count(*) FROM archive_event")
    }

    @Test(.gasworks, arguments: applicationRoles)
    func `no role changes state by its own SQL`(role: ClusterRole) async throws {
        let connection = try await session(as: role, at: nil)
        for statement in Self.attacks {
            let refused = await refusal { try await connection.simpleQuery(unsafeSQL: statement) }
            #expect(refused?.sqlState == .insufficientPrivilege, "\(role) \(statement)")
        }
    }

    private static let attacks = [
        "UPDATE job SET state = 'closed'",
        "INSERT INTO job (district_id, kind, account_no, plan_date, made_at) VALUES ('A1', 'inspection', 'x', now(), now())",
        "DELETE FROM job",
        "UPDATE household SET last_inspected = now()",
        "UPDATE household SET archive_seq = 0",
        "DELETE FROM household",
        "UPDATE inspection_obligation SET deadline = '2999-01-01'",
        "UPDATE day_plan SET state = 'published'",
        "UPDATE day_head SET published_version = 1",
        "DELETE FROM route_job",
        "UPDATE certificate SET valid_until = NULL",
        "DELETE FROM absence",
        "DELETE FROM setting",
        "UPDATE cycle_rule SET months = 120",
        "UPDATE installation SET rehearsal = true",
        "DELETE FROM command_log",
        "DELETE FROM inspection_visit",
        "UPDATE campaign SET planned_date = now()",
        "SELECT append_event('A1', '', 'forged', now(), '{}')",
        "SELECT record_answer('A1', gen_random_uuid(), 'x', '{}')",
        "SELECT append_pending_events(now())",
        "SELECT install('Europe/Helsinki', true)",
        "SET ROLE gasworks_keeper",
        "SET ROLE gasworks_owner",
        "CREATE TABLE gasworks.mine ()",
    ]

    @Test(.gasworks) func `a staging table of the client's own making is not taken`() async throws {
        let administrator = try await session(as: .administrator)
        let refused = await refusal {
            try await administrator.simpleQuery(
                unsafeSQL: """
                    CREATE TEMP VIEW staged_household AS SELECT 1 AS line;
                    SELECT gasworks.check_household_import();
                    """)
        }
        #expect(refused?.message == "staging_not_open")
    }
}
