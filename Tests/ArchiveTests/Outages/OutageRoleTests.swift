import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// What roles may do about outages, and that none reaches a state by its own SQL.
struct OutageRoleTests {
    @Test(.gasworks, arguments: applicationRoles)
    func `no role brings an outage, a household or a notice into a state by its own SQL`(role: ClusterRole) async throws
    {
        try await OutageTown.found()
        let desk = try await OutageDesk.open()
        let outage = try await desk.announce()
        let attacker = try await session(as: role, at: "2026-12-05T07:00:00Z", for: "Mallory")
        for statement in Self.attacks {
            let refused = await refusal { try await attacker.simpleQuery(unsafeSQL: statement) }
            #expect(refused?.sqlState == .insufficientPrivilege, "\(role) \(statement)")
        }
        #expect(try await desk.state(outage) == "announced")
        #expect(try await desk.standing(outage) == "untold 8")
    }

    private static let attacks = [
        "UPDATE outage SET state = 'in_progress', started_at = now(), affected = 0, told = 0, waived = 0",
        "INSERT INTO outage (emergency, reason, starts_at, ends_at, declared_at, declared_by, operator) "
            + "VALUES (true, 'x', now(), now() + interval '1 hour', now(), 'x', 'x')",
        "UPDATE outage SET emergency = true",
        "UPDATE outage_terms SET lead_since = 1, starts_at = '2099-01-01'",
        "DELETE FROM outage_area",
        "UPDATE outage_household SET state = 'off'",
        "DELETE FROM outage_household",
        "UPDATE notice SET state = 'confirmed'",
        "INSERT INTO notice_waiver VALUES ('A1', 1, 'T01', 1, 'x', 'x', 'x', now())",
        "INSERT INTO notice_receipt VALUES ('A1', 1, 'delivered', now(), now(), 'x', 'file')",
        "INSERT INTO outage_overlap VALUES (1, 1, 2, 1, 'x', 'x', 'x', now())",
        "INSERT INTO outage_building VALUES ('A1', 1, 'B1', now(), 'x', 'x')",
        "UPDATE notice_channel SET taken = 0",
        "SELECT FROM outage_gate FOR UPDATE",
        "SELECT key, reached FROM notice",
        "SELECT close_gate()",
        "SELECT share_gate()",
        "SELECT confirm_tellings()",
        "SELECT open_tellings()",
        "SELECT settle_telling(n, 'handed', now()) FROM notice AS n",
        "SELECT queue_notices(1, 'terms', NULL, NULL)",
        "SELECT refresh_ledger(1)",
        "SELECT restore_staged(o, 'A1', now()) FROM outage AS o",
        "SELECT change_household_fields(gen_random_uuid(), 'T09', '{}', NULL, NULL, NULL, NULL, NULL)",
        "SELECT apply_imported_households('x')",
        "SELECT apply_imported_supply('x')",
        "SELECT nextval('notice_lease_token')",
        "SELECT setval('notice_lease_token', 1)",
        "ALTER TABLE outage DROP CONSTRAINT outage_starts_with_everyone_told",
    ]

    @Test(.gasworks, arguments: applicationRoles)
    func `each role has the steps that are its own and no others`(role: ClusterRole) async throws {
        try await OutageTown.found()
        let person = try await session(as: role, at: OutageTown.now, for: "Ann")
        let office = role == .dispatcher || role == .administrator
        let steps: [(String, Bool)] = [
            ("declare_outage(gen_random_uuid(), '[]', now(), now(), '', false)", office),
            ("announce_outage(gen_random_uuid(), 99)", office),
            ("decide_overlap(gen_random_uuid(), 98, 99, 'x')", office),
            ("reschedule_outage(gen_random_uuid(), 99, now(), now(), NULL)", office),
            ("cancel_outage(gen_random_uuid(), 99, 'x')", office),
            ("start_outage(gen_random_uuid(), 99)", office),
            ("begin_restoration(gen_random_uuid(), 99, now())", office),
            ("restore_households(gen_random_uuid(), 99, 'A1', '[]', now())", office),
            ("close_outage(gen_random_uuid(), 99)", office),
            ("record_telling(gen_random_uuid(), 'A1', 99, 'handed', now())", office),
            ("settle_notices('w', '[{\"notice\": \"A1-99\", \"outcome\": \"x\"}]')", office),
            ("waive_notices(gen_random_uuid(), 99, '{}', 'x')", role == .supervisor || role == .administrator),
            ("close_outage_job(gen_random_uuid(), 'A1', 99, 'handed', now(), NULL)", office || role == .crew),
        ]
        for (step, mayTry) in steps {
            let refused = await refusal { try await person.simpleQuery(unsafeSQL: "SELECT \(step)") }
            let stopped = refused?.sqlState == .insufficientPrivilege
            #expect(stopped != mayTry, "\(role) \(step): \(refused?.message ?? "")")
        }
    }

    @Test(.gasworks) func `even where a function erred, the constraints keep the gate shut`() async throws {
        try await OutageTown.found()
        let desk = try await OutageDesk.open()
        let outage = try await desk.announce()
        for (statement, constraint) in [
            (
                "UPDATE outage SET state = 'in_progress', started_at = '2026-12-05T07:00Z', affected = 8, told = 7, waived = 0",
                "outage_starts_with_everyone_told"
            ),
            (
                "UPDATE outage SET state = 'in_progress', started_at = '2026-12-05T06:59Z', affected = 8, told = 8, waived = 0",
                "outage_starts_no_earlier_than_declared"
            ),
            ("UPDATE outage_household SET state = 'off', off_at = now()", "outage_household_off_has_a_basis"),
            (
                """
                UPDATE outage_household SET state = 'off', off_at = now(), basis = 'notice', lead_minutes = 2880,
                    told_start = '2026-12-05T07:00Z', told_at = '2026-12-03T07:00:01Z'
                """, "outage_household_told_in_time"
            ),
            (
                """
                UPDATE outage_household SET state = 'off', off_at = now(), basis = 'notice', lead_minutes = 60,
                    told_start = '2026-12-05T07:00Z', told_at = '2026-12-01T07:00Z'
                """, "outage_household_told_in_time"
            ),
            ("UPDATE notice SET state = 'confirmed', confirmed_at = now()", "notice_confirmed_says_how"),
        ] {
            let keeper = try await session(as: .owner, at: nil)
            try await keeper.simpleQuery(unsafeSQL: "SET ROLE gasworks_keeper")
            let refused = await refusal { try await keeper.simpleQuery(unsafeSQL: statement) }
            #expect(refused?.constraint == constraint, "\(statement)")
            await keeper.close()
        }
        #expect(try await desk.state(outage) == "announced")
    }
}
