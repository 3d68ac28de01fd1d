import Archive
import EmbeddedPostgres
import GasService
import PostgresTesting

/// A small company in a database of the test's own, written by SQL; the clock stands where a test puts it.
struct DayFixture {
    let database: TestDatabase

    /// Wednesday, the day that tests plan.
    static let date = day("2026-11-25")

    /// Makes a company without households.
    static func make() async throws -> DayFixture {
        let database = try TestDatabase.current
        try await database.sql(
            """
            SELECT gasworks.install('Europe/Helsinki', true);
            INSERT INTO gasworks.supply_node VALUES ('GATE', 'gate_station', NULL, 'Gate', 60.17, 24.94)
            """)
        return DayFixture(database: database)
    }

    func sql(_ text: String) async throws -> String { try await database.sql(text) }

    /// Opens the database as a role and for a human, at an instant.
    func open(
        _ role: ClusterRole = .dispatcher, as human: String? = nil, at now: String = "2026-11-24T10:00:00Z"
    ) async throws -> GasworksDatabase {
        try await GasworksDatabase.open(url: database.connectionURL(role: role), for: human, at: Instant(now))
    }

    /// Does work with a database that is closed afterwards.
    func with<Result>(
        _ role: ClusterRole = .dispatcher, as human: String? = nil, at now: String = "2026-11-24T10:00:00Z",
        _ work: (GasworksDatabase) async throws -> Result
    ) async throws -> Result {
        let opened = try await open(role, as: human, at: now)
        defer { opened.close() }
        return try await work(opened)
    }

    func district(_ code: String) async throws {
        try await database.sql(
            """
            INSERT INTO gasworks.district VALUES ('\(code)', '\(code)');
            INSERT INTO gasworks.district_archive (district_id) VALUES ('\(code)');
            INSERT INTO gasworks.horizon_plan
            VALUES ('\(code)', 1, '2026-11-01', '2027-01-31', gen_random_uuid(), 'test', 'test', now(), '{}')
            """)
    }

    /// Households of one building, with open obligations and, if a day is given, a campaign.
    func building(
        _ district: String, _ number: Int, households: Int, at place: (Double, Double) = (60.17, 24.94),
        campaign: String? = nil, deadline: String = "2026-12-31", customerClass: String = "residential"
    ) async throws {
        let building = "\(district)B\(number)"
        var text = """
            INSERT INTO gasworks.household (district_id, account_no, customer_class, address, building_id, latitude,
                                            longitude, node_id, gas_on)
            SELECT '\(district)', '\(building)-' || n, '\(customerClass)', 'Mill Street \(number)', '\(building)',
                   \(place.0), \(place.1), 'GATE', '2020-01-01' FROM generate_series(1, \(households)) AS n;
            INSERT INTO gasworks.inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline,
                                                        basis, basis_date, deemed_date, rule_id)
            SELECT '\(district)', '\(building)-' || n, 1, DATE '\(deadline)' - 365, '\(deadline)', 'gas_on', '2020-01-01',
                   '2020-01-01', (gasworks.cycle_rule_on('\(district)', '\(customerClass)', '2026-11-24')).rule_id
            FROM generate_series(1, \(households)) AS n;
            """
        if let campaign {
            text += """

                INSERT INTO gasworks.campaign VALUES ('\(district)', 1, \(number), '\(building)', '\(campaign)', 1, 10);
                INSERT INTO gasworks.campaign_household
                SELECT '\(district)', 1, \(number), '\(building)-' || n, '\(deadline)'
                FROM generate_series(1, \(households)) AS n;
                """
        }
        try await database.sql(text)
    }

    /// A crew with its shift in minutes and, unless told otherwise, a certificate for inspections.
    func crew(
        _ code: String, of district: String, shift: Range<Int> = 480..<1020, certified: Bool = true,
        certifiedUntil: String? = nil
    ) async throws {
        var text = """
            INSERT INTO gasworks.crew VALUES ('\(code)', '\(district)', 'Crew \(code)', 60.171, 24.941,
                                              \(shift.lowerBound), \(shift.upperBound), true);
            """
        if certified {
            let until = certifiedUntil.map { "'\($0)'" } ?? "NULL"
            text += "INSERT INTO gasworks.certificate VALUES ('\(code)', 'inspection', NULL, \(until));"
        }
        try await database.sql(text)
    }

    /// A visit in vain to a household's open cycle.
    func attempt(_ account: String, of district: String, at instant: String, _ slot: SlotKind) async throws {
        try await database.sql(
            """
            INSERT INTO gasworks.inspection_visit (district_id, account_no, obligation_no, job_no, crew_id, arrived_at,
                closed_at, recorded_at, result, slot_kind, completed, attempt_no)
            SELECT '\(district)', '\(account)', 1, -count(*) - 1, 'X', '\(instant)', '\(instant)', '\(instant)',
                   'no_access', '\(slot.rawValue)', false,
                   count(*) FILTER (WHERE account_no = '\(account)') + 1
            FROM gasworks.inspection_visit
            """)
    }

    func appointment(_ account: String, of district: String, from: String, until: String) async throws {
        try await database.sql(
            """
            INSERT INTO gasworks.appointment (district_id, account_no, starts_at, ends_at, command_id, made_by, operator,
                                              made_at)
            VALUES ('\(district)', '\(account)', '\(from)', '\(until)', gen_random_uuid(), 't', 't', now())
            """)
    }
}

/// Reads a date that a test wrote itself; a slip of the pen shows as the year 1.
func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .earliest }

/// Random numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
