import FoundationEssentials
package import GasService
package import PostgresClient

/// What the caller of a fault is promised, and what that breaks.
package struct FaultPromise: Sendable, Hashable, Encodable {
    /// A promise to somebody else that the way to the fault breaks.
    package struct Broken: Sendable, Hashable, Codable {
        /// The job of the one who waits.
        package let job: JobID
        /// Minutes later than promised; nil when the visit is not made on the day at all.
        package let minutesLate: Int?

        /// Describes a broken promise.
        package init(job: JobID, minutesLate: Int?) {
            self.job = job
            self.minutesLate = minutesLate
        }

        enum CodingKeys: String, CodingKey {
            case job
            case minutesLate = "minutes_late"
        }
    }

    /// When the crew is there at the latest.
    package let arrival: Instant
    /// What that breaks.
    package let broken: [Broken]

    /// Gathers a promise.
    package init(arrival: Instant, broken: [Broken]) {
        self.arrival = arrival
        self.broken = broken
    }

    /// The promise as `amend_day_plan` takes it.
    var json: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

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
