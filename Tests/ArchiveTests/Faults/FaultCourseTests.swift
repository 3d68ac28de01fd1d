import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

struct FaultCourseTests {
    /// A step that is no legal next one, and the rule that is named.
    struct Illegal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Steps before it, `#` standing for the fault's number.
        var before: [String] = []
        let step: String
        let code: String
        let rule: String
        var isOfNetwork = false
    }

    private static let handle =
        "handle_fault(gen_random_uuid(), 'A1', #, 'work_begun', '2026-11-25T05:30:00Z', 'C1', NULL, NULL)"
    private static let refer =
        "refer_fault(gen_random_uuid(), 'A1', #, 'the maker', '2026-11-25T05:40:00Z', 'call', 'spoke with Bob', NULL)"
    private static func repair(at: String = "2026-11-25T05:45:00Z", crew: String = "C1") -> String {
        "repair_fault(gen_random_uuid(), 'A1', #, '\(at)', '\(crew)', 'customer', false, 'on', '[]', 12.50, 'valve', NULL)"
    }
    private static func agree(_ latest: String, note: String = "spoke with Bob") -> String {
        "agree_fault(gen_random_uuid(), 'A1', #, '\(latest)', '2026-11-25T05:30:00Z', 'call', '\(note)', NULL)"
    }

    static let illegal = [
        Illegal(
            testDescription: "repair before handling", step: repair(), code: "illegal_fault_state",
            rule: "handled_before_repaired"),
        Illegal(
            testDescription: "a repair dated before the handling", before: [handle],
            step: repair(at: "2026-11-25T05:20:00Z"),
            code: "repaired_before_handled", rule: "handled_before_repaired"),
        Illegal(
            testDescription: "an agreement in the past", step: agree("2026-11-25T05:30:00Z"), code: "agreed_in_past",
            rule: "agreed_times_lie_ahead"),
        Illegal(
            testDescription: "an agreement a year ahead", step: agree("2027-11-25T05:30:00Z"), code: "agreed_too_far",
            rule: "agreements_have_a_cap"),
        Illegal(
            testDescription: "an agreement without a word about it", step: agree("2026-11-26T05:30:00Z", note: " "),
            code: "invalid_value", rule: "reason_is_kept"),
        Illegal(
            testDescription: "an agreement about the network", step: agree("2026-11-26T05:30:00Z"),
            code: "nobody_to_agree",
            rule: "network_faults_wait_for_nobody", isOfNetwork: true),
        Illegal(
            testDescription: "a referral without telling",
            step: "refer_fault(gen_random_uuid(), 'A1', #, 'the maker', NULL, 'call', 'nobody', NULL)",
            code: "customer_not_told", rule: "the_customer_is_told_first"),
        Illegal(
            testDescription: "a referral that will be told later",
            step: "refer_fault(gen_random_uuid(), 'A1', #, 'the maker', '2026-11-25T06:00:01Z', 'call', 'later', NULL)",
            code: "customer_not_told", rule: "the_customer_is_told_first"),
        Illegal(
            testDescription: "a referral of the network", step: refer, code: "network_is_not_referred",
            rule: "the_network_is_the_companys", isOfNetwork: true),
        Illegal(
            testDescription: "waiting for parts without telling",
            step: "wait_fault(gen_random_uuid(), 'A1', #, NULL, 'call', 'no valve', NULL)", code: "customer_not_told",
            rule: "the_customer_is_told_first"),
        Illegal(
            testDescription: "going on without having waited",
            step: "resume_fault(gen_random_uuid(), 'A1', #, '2026-11-25T05:30:00Z', NULL)",
            code: "fault_is_not_waiting",
            rule: "waiting_is_resumed"),
        Illegal(
            testDescription: "a call for handling",
            step: "handle_fault(gen_random_uuid(), 'A1', #, 'called', '2026-11-25T05:30:00Z', 'C1', NULL, NULL)",
            code: "invalid_value", rule: "a_call_is_no_handling"),
        Illegal(
            testDescription: "handling by a crew whose certificate ran out",
            step: "handle_fault(gen_random_uuid(), 'A1', #, 'work_begun', '2026-11-25T05:30:00Z', 'C2', NULL, NULL)",
            code: "missing_certificate", rule: "certified_crew_only"),
        Illegal(
            testDescription: "handling twice", before: [handle], step: handle, code: "illegal_fault_state",
            rule: "a_fault_is_handled_once"),
        Illegal(
            testDescription: "handling before the report",
            step: "handle_fault(gen_random_uuid(), 'A1', #, 'work_begun', '2026-11-25T04:59:59Z', 'C1', NULL, NULL)",
            code: "before_the_report", rule: "steps_follow_the_report"),
        Illegal(
            testDescription: "handling tomorrow",
            step: "handle_fault(gen_random_uuid(), 'A1', #, 'work_begun', '2026-11-26T06:00:00Z', 'C1', NULL, NULL)",
            code: "occurred_in_future", rule: "facts_are_past"),
        Illegal(
            testDescription: "anything after the repair", before: [handle, repair()],
            step: agree("2026-11-26T05:30:00Z"),
            code: "illegal_fault_state", rule: "settled_faults_stay"),
        Illegal(
            testDescription: "regrading what is referred", before: [refer],
            step: "regrade_fault(gen_random_uuid(), 'A1', #, 'emergency', 'smells')", code: "illegal_fault_state",
            rule: "settled_faults_stay"),
        Illegal(
            testDescription: "a fault that is not there",
            step: "handle_fault(gen_random_uuid(), 'A1', 4711, 'work_begun', '2026-11-25T05:30:00Z', 'C1', NULL, NULL)",
            code: "unknown_fault", rule: "fault_exists"),
    ]

    @Test(.gasworks, arguments: illegal)
    func `an illegal step is refused by the name of its rule, and changes nothing`(illegal: Illegal) async throws {
        try await SmallCity.found()
        try await FaultDesk.certify()
        for role in [ClusterRole.dispatcher, .administrator] {
            let desk = try await FaultDesk.open(as: role)
            let fault = try await desk.report(
                scope: illegal.isOfNetwork ? "network" : "customer", node: illegal.isOfNetwork ? "MAIN" : nil)
            for step in illegal.before { try await desk.value(step.replacing("#", with: "\(fault)")) }
            let before = try await FaultDesk.standing(fault)
            let refused = await refusal { try await desk.value(illegal.step.replacing("#", with: "\(fault)")) }
            #expect(refused?.message == illegal.code, "\(role): \(refused?.description ?? "")")
            #expect(refused?.hint == illegal.rule)
            #expect(try await FaultDesk.standing(fault) == before)
        }
        #expect(try await SmallCity.faults().isEmpty)
    }

    @Test(.gasworks) func `a fault goes from the report to the repair, each step an event of its household`()
        async throws
    {
        try await SmallCity.found()
        try await FaultDesk.certify()
        let desk = try await FaultDesk.open()
        let fault = try await desk.report()
        for step in [
            Self.agree("2026-11-25T07:00:00Z"), Self.handle,
            "wait_fault(gen_random_uuid(), 'A1', #, '2026-11-25T05:35:00Z', 'visit', 'no valve', NULL)",
            "resume_fault(gen_random_uuid(), 'A1', #, '2026-11-25T05:40:00Z', NULL)", Self.repair(),
        ] {
            try await desk.value(step.replacing("#", with: "\(fault)"))
        }
        #expect(
            try await FaultDesk.standing(fault) == "repaired|reported agreed handled waiting resumed repaired")
        let events = try await TestDatabase.current.sql(
            """
            SELECT string_agg(DISTINCT account_no, ' '), count(*), bool_or(payload::text ~ 'Bob|valve|flame')
            FROM gasworks.archive_event WHERE kind LIKE 'fault_%'
            """)
        #expect(events == "H01|6|f", "no name and no free text is in an event")
        #expect(try await SmallCity.faults().isEmpty)
    }

    @Test(.gasworks) func `a repeated command answers the same and happens once`() async throws {
        try await SmallCity.found()
        try await FaultDesk.certify()
        let desk = try await FaultDesk.open()
        let fault = try await desk.report()
        let step = """
            handle_fault('00000000-0000-0000-0000-000000000042', 'A1', \(fault), 'made_safe', '2026-11-25T05:30:00Z', 'C1',
                         'closed the valve', NULL)
            """
        let first = try await desk.value(step)
        #expect(try await desk.value(step) == first)
        #expect(try await FaultDesk.standing(fault) == "handled|reported handled")
    }

    @Test(.gasworks) func `a device's clock that is off is marked, one that is right enough is not`() async throws {
        try await SmallCity.found()
        try await FaultDesk.certify()
        let desk = try await FaultDesk.open()
        let fault = try await desk.report()
        for (shows, seconds) in [("2026-11-25T06:02:00Z", ""), ("2026-11-25T05:00:00Z", "-3600")] {
            try await desk.value(
                "approach_fault(gen_random_uuid(), 'A1', \(fault), 'arrived', '2026-11-25T05:10:00Z', '\(shows)')")
            let ahead = try await TestDatabase.current.sql(
                """
                SELECT payload ->> 'device_seconds_ahead' FROM gasworks.fault_trail WHERE fault_no = \(fault)
                ORDER BY step_no DESC LIMIT 1
                """)
            #expect(ahead == seconds)
        }
    }

    @Test(.gasworks) func `of two reports of one fault the first starts the clock, and only untouched ones are joined`()
        async throws
    {
        try await SmallCity.found()
        try await FaultDesk.certify()
        let desk = try await FaultDesk.open()
        let main = try await desk.report(scope: "network", node: "MAIN", at: "2026-11-25T05:30:00Z")
        let other = try await desk.report(scope: "network", at: "2026-11-25T05:00:00Z")
        #expect(try await desk.value("SELECT string_agg(fault_no::text, ' ') FROM known_faults('RISER')") == "\(main)")
        try await desk.value("join_fault(gen_random_uuid(), 'A1', \(other), \(main))")
        #expect(try await FaultDesk.standing(other) == "joined|reported joined")
        #expect(try await FaultDesk.standing(main) == "open|reported report_joined")
        let reported = try await TestDatabase.current.sql(
            "SELECT min(reported_at AT TIME ZONE 'UTC') FROM gasworks.fault WHERE fault_no = \(main)")
        #expect(reported == "2026-11-25 05:00:00")
        for (report, into) in [(other, main), (main, other), (main, main)] {
            let refused = await refusal {
                try await desk.value("join_fault(gen_random_uuid(), 'A1', \(report), \(into))")
            }
            #expect(refused?.message == "illegal_fault_state")
        }
    }

    @Test(.gasworks, arguments: applicationRoles)
    func `no role changes a fault by its own SQL, nor reads what callers said`(role: ClusterRole) async throws {
        try await SmallCity.found()
        try await FaultDesk.certify()
        let fault = try await FaultDesk.open().report()
        let attacker = try await session(as: role, for: "Mallory")
        for statement in [
            "UPDATE fault SET state = 'repaired'", "UPDATE fault SET reported_at = now()", "DELETE FROM fault",
            "UPDATE fault SET targets = '{}'", "DELETE FROM fault_step", "UPDATE fault_step SET kind = 'handled'",
            "INSERT INTO fault_step VALUES ('A1', \(fault), 2, 'handled', 'H01', 1, now(), NULL)",
            "INSERT INTO fault_repair VALUES ('A1', \(fault), 1, 'C1', 'customer', false, 'on', '[]', 0, 'x')",
            "DELETE FROM fault_photo", "INSERT INTO standby VALUES ('C1', now(), now() + interval '1 day', 0)",
            "SELECT description FROM fault", "SELECT caller_phone FROM fault", "SELECT note FROM fault_step",
            "SELECT work_done FROM fault_repair", "SELECT content FROM fault_photo",
            "SELECT record_fault_step(f, 'handled', now(), NULL, '{}', NULL) FROM fault AS f",
            "SELECT close_fault_jobs(f, 'repaired', now()) FROM fault AS f",
            "SELECT assign_fault('A1', today(), \(fault), 'C1', NULL)", "SELECT copy_routes('A1', today(), 1, 2, 'C1')",
        ] {
            let refused = await refusal { try await attacker.simpleQuery(unsafeSQL: statement) }
            #expect(refused?.sqlState == .insufficientPrivilege, "\(role) \(statement)")
        }
        #expect(try await FaultDesk.standing(fault) == "open|reported")
    }

    @Test(.gasworks, arguments: applicationRoles)
    func `each role has the steps of faults that are its own and no others`(role: ClusterRole) async throws {
        try await SmallCity.found()
        let person = try await session(as: role, for: "Ann")
        let office = role == .dispatcher || role == .administrator
        let steps: [(String, Bool)] = [
            (
                "report_fault(gen_random_uuid(), 'A1', NULL, 'NOWHERE', 'general', 'network', now(), 'x', 'x', NULL, NULL)",
                office
            ),
            ("join_fault(gen_random_uuid(), 'A1', 98, 99)", office),
            ("regrade_fault(gen_random_uuid(), 'A1', 99, 'major', 'x')", office),
            ("release_fault(gen_random_uuid(), 'A1', 99, 'x')", office),
            ("amend_day_plan(gen_random_uuid(), 'A1', today(), 99, '{}', '{}', NULL, '{}')", office),
            (
                "handle_fault(gen_random_uuid(), 'A1', 99, 'work_begun', now(), NULL, NULL, NULL)",
                office || role == .crew
            ),
            ("fault_private('A1', 99, 'x')", office || role == .crew || role == .supervisor),
        ]
        for (step, mayTry) in steps {
            let refused = await refusal { try await person.simpleQuery(unsafeSQL: "SELECT \(step)") }
            let stopped = refused?.sqlState == .insufficientPrivilege
            #expect(stopped != mayTry, "\(role) \(step): \(refused?.message ?? "")")
        }
    }

    @Test(.gasworks) func `a crew works on the faults it was given, and on no other's`() async throws {
        try await SmallCity.found()
        try await FaultDesk.certify()
        let fault = try await FaultDesk.open().report()
        let crew = try await FaultDesk.open(as: .crew)
        let refused = await refusal { try await crew.value(Self.handle.replacing("#", with: "\(fault)")) }
        #expect(refused?.message == "fault_of_another_crew")
        #expect(try await FaultDesk.standing(fault) == "open|reported")
    }
}
