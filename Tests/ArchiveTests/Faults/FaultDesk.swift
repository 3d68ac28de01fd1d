import EmbeddedPostgres
import PostgresClient
import PostgresTesting

/// Whoever takes a fault through its steps by SQL, on the small city's day at 06:00 UTC.
struct FaultDesk {
    let connection: PostgresConnection

    /// A desk of a role; C1 repairs emergencies, C2 lost its certificate yesterday.
    static func open(as role: ClusterRole = .dispatcher, at now: String = "2026-11-25T06:00:00Z") async throws
        -> FaultDesk
    {
        FaultDesk(connection: try await session(as: role, at: now, for: "Ann"))
    }

    /// Gives the crews their certificates.
    static func certify() async throws {
        try await TestDatabase.current.sql(
            """
            INSERT INTO gasworks.certificate VALUES ('C1', 'repair', NULL, NULL), ('C1', 'emergency', NULL, NULL),
                                                    ('C2', 'repair', NULL, '2026-11-24')
            """)
    }

    /// Reports a fault of H01, or of the main; answers its number.
    func report(
        severity: String = "general", scope: String = "customer", node: String? = nil,
        at: String = "2026-11-25T05:00:00Z"
    ) async throws -> Int64 {
        let place = node.map { "'A1', NULL, '\($0)'" } ?? "NULL, 'H01', NULL"
        let text = try await value(
            """
            report_fault(gen_random_uuid(), \(place), '\(severity)', '\(scope)', '\(at)', 'hotline', 'no flame', 'Bob', '1')
                ->> 'id'
            """)
        return Int64(text.dropFirst("A1-".count)) ?? 0
    }

    /// What a function answers.
    @discardableResult
    func value(_ call: String) async throws -> String {
        try await connection.queryOne(PostgresQuery(unsafeSQL: "SELECT (\(call))::text"), as: (String.self))
    }

    /// The state of a fault, and its steps in order.
    static func standing(_ fault: Int64) async throws -> String {
        try await TestDatabase.current.sql(
            """
            SELECT f.state, (SELECT string_agg(kind, ' ' ORDER BY step_no) FROM gasworks.fault_step AS s
                             WHERE s.district_id = f.district_id AND s.fault_no = f.fault_no)
            FROM gasworks.fault AS f WHERE f.fault_no = \(fault)
            """)
    }
}
