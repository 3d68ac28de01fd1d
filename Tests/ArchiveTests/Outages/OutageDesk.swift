import EmbeddedPostgres
import Foundation
import PostgresClient
import PostgresTesting

/// A session at which outages are worked on, at whatever instant the test plays.
struct OutageDesk: Sendable {
    let connection: PostgresConnection

    /// Opens a session of a role, for a named human.
    static func open(as role: ClusterRole = .administrator, at now: String = OutageTown.now) async throws -> OutageDesk
    {
        OutageDesk(connection: try await session(as: role, at: now, for: "Ann"))
    }

    /// Plays another instant from now on.
    func play(_ instant: String) async throws {
        try await connection.simpleQuery(unsafeSQL: "SET gasworks.now = '\(instant)'")
    }

    /// Runs a statement that answers one text.
    @discardableResult
    func ask(_ sql: String) async throws -> String {
        let answer: String? = try await connection.queryOne(PostgresQuery(unsafeSQL: sql), as: (String?.self))
        return answer ?? ""
    }

    /// Declares an outage of nodes and answers its number.
    func declare(
        _ nodes: [String] = ["MAIN"], from: String = "2026-12-05T07:00Z", until: String = "2026-12-05T15:00Z",
        emergency: Bool = false
    ) async throws -> Int {
        let answer = try await ask(
            """
            SELECT declare_outage(gen_random_uuid(), '\(Self.area(nodes))', '\(from)', '\(until)', 'Works on the main',
                                  \(emergency)) ->> 'id'
            """)
        return Int(answer.dropFirst(2)) ?? 0
    }

    /// Declares an outage and queues its notices.
    func announce(
        _ nodes: [String] = ["MAIN"], from: String = "2026-12-05T07:00Z", until: String = "2026-12-05T15:00Z"
    ) async throws -> Int {
        let number = try await declare(nodes, from: from, until: until)
        try await ask("SELECT announce_outage(gen_random_uuid(), \(number))")
        return number
    }

    func start(_ outage: Int) async throws {
        try await ask("SELECT start_outage(gen_random_uuid(), \(outage))")
    }

    /// Delivers all that is queued: gateways confirm, calls reach, hands find the door open.
    func deliverAll(_ outage: Int, at instant: String) async throws {
        try await play(instant)
        for _ in 0..<4 {
            try await ask(
                """
                SELECT count(*)::text FROM (SELECT settle_notices('w', (SELECT json_agg(json_build_object(
                    'notice', district_id || '-' || notice_no, 'token', token, 'outcome', 'confirmed',
                    'gateway_id', 'g-' || district_id || notice_no))
                FROM lease_notices('w', ARRAY['sms', 'email'], 100, 60)))) AS s
                """)
            try await ask(
                """
                SELECT count(record_telling(gen_random_uuid(), district_id, notice_no,
                                            CASE channel WHEN 'call' THEN 'reached' ELSE 'handed' END, present()))::text
                FROM (SELECT district_id, notice_no, channel FROM notice
                      WHERE outage_no = \(outage) AND state = 'queued' AND channel IN ('call', 'hand')
                      ORDER BY notice_no) AS n
                """)
        }
    }

    /// Changes one field of a household.
    func change(_ account: String, _ field: String, to value: String) async throws {
        try await ask(
            """
            SELECT change_household(gen_random_uuid(), '\(account)', '{"\(field)": "\(value)"}', NULL, NULL, NULL, NULL, NULL)
            """)
    }

    /// How the households of an outage stand before the gate, as `T01:told T02:untold …`.
    func verdicts(_ outage: Int) async throws -> String {
        try await ask(
            "SELECT string_agg(account_no || ':' || verdict, ' ' ORDER BY account_no) FROM gate_verdicts(\(outage))")
    }

    /// How many households stand how, as `told 7, untold 1`.
    func standing(_ outage: Int) async throws -> String {
        try await ask(
            """
            SELECT string_agg(verdict || ' ' || n, ', ' ORDER BY verdict)
            FROM (SELECT verdict, count(*) AS n FROM gate_verdicts(\(outage)) GROUP BY verdict) AS v
            """)
    }

    /// The state of an outage.
    func state(_ outage: Int) async throws -> String {
        try await ask("SELECT state FROM outage WHERE outage_no = \(outage)")
    }

    static func area(_ nodes: [String]) -> String {
        "[" + nodes.map { #"{"kind": "node", "code": "\#($0)"}"# }.joined(separator: ", ") + "]"
    }
}
