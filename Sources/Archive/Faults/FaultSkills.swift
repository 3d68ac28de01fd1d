package import GasService
package import PostgresClient

/// What a fault asks of a crew.
package enum FaultSkills {
    /// The skills for which a crew needs valid certificates.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func needed(
        for severity: FaultSeverity, by connection: PostgresConnection
    ) async throws -> Set<String> {
        let skills = try await connection.queryOne("SELECT fault_skills(\(severity))", as: ([String].self))
        return Set(skills)
    }
}

extension FaultPromise {
    /// When callers were promised a crew, by the job, for the faults of a day that are still to be reached.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func standing(
        on date: CalendarDate, by connection: PostgresConnection
    ) async throws -> [JobID: Instant] {
        let rows = try await connection.query(
            """
            SELECT j.district_id, j.job_no, max((t.payload ->> 'arrival')::timestamptz)
            FROM job AS j
            JOIN fault_trail AS t ON t.district_id = j.district_id AND t.fault_no = j.fault_no AND t.kind = 'assigned'
                                 AND t.payload ->> 'job' = j.district_id || '-' || j.job_no
            WHERE j.plan_date = \(date) AND j.fault_no IS NOT NULL AND j.state IN ('planned', 'started')
            GROUP BY 1, 2
            """,
            as: (DistrictID.self, Int64.self, Instant.self))
        return Dictionary(
            rows.compactMap { district, number, instant in
                JobID(district: district, number: number).map { ($0, instant) }
            },
            uniquingKeysWith: { first, _ in first })
    }
}
