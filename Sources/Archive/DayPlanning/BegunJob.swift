package import GasService
package import PostgresClient

/// A job of a day that its crew has started or closed, with the stop at which the published plan has it.
package struct BegunJob: Sendable, Hashable {
    /// The job.
    package let job: JobID
    /// Whose it is.
    package let crew: CrewID
    /// When the crew began.
    package let startedAt: Instant
    /// When it was done; nil while it goes on.
    package let closedAt: Instant?
    /// The building.
    package let building: BuildingID
    /// Its address.
    package let address: String
    /// Degrees north, WGS 84.
    package let latitude: Double
    /// Degrees east, WGS 84.
    package let longitude: Double
    /// The class of the household.
    package let customerClass: CustomerClass
    /// Whether it is a fault, which takes longer than a visit.
    package let isFault: Bool

    /// The begun jobs of districts on a day, by crew and beginning.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        in districts: [DistrictID], on date: CalendarDate, by connection: PostgresConnection
    ) async throws -> [BegunJob] {
        try await connection.query(
            """
            SELECT j.district_id, j.job_no, j.crew_id, coalesce(j.started_at, j.closed_at), j.closed_at, s.building_id,
                   s.address, s.latitude, s.longitude, coalesce(home.customer_class, 'residential'),
                   j.kind = 'fault'
            FROM job AS j
            JOIN day_head AS h ON h.district_id = j.district_id AND h.plan_date = j.plan_date
            JOIN route_job AS rj ON rj.district_id = j.district_id AND rj.plan_date = j.plan_date
                                AND rj.version = h.published_version AND rj.job_no = j.job_no
            JOIN route_stop AS s ON s.district_id = rj.district_id AND s.plan_date = rj.plan_date
                                AND s.version = rj.version AND s.crew_id = rj.crew_id AND s.sequence = rj.sequence
            LEFT JOIN household AS home ON home.district_id = j.district_id AND home.account_no = j.account_no
            WHERE j.district_id = ANY (\(districts)) AND j.plan_date = \(date) AND j.state IN ('started', 'closed')
            ORDER BY j.crew_id, coalesce(j.started_at, j.closed_at), j.closed_at, j.district_id, j.job_no
            """,
            as: (
                DistrictID.self, Int64.self, CrewID.self, Instant.self, Instant?.self, BuildingID.self, String.self,
                Double.self, Double.self, CustomerClass.self, Bool.self
            )
        ).compactMap {
            district, number, crew, started, closed, building, address, latitude, longitude, customerClass, isFault in
            JobID(district: district, number: number).map {
                BegunJob(
                    job: $0, crew: crew, startedAt: started, closedAt: closed, building: building, address: address,
                    latitude: latitude, longitude: longitude, customerClass: customerClass, isFault: isFault)
            }
        }
    }
}
