package import GasService
package import PostgresClient

/// A fault that a crew was given on a day and has not begun, with the stop at which the published plan has it.
package struct FaultStop: Sendable, Hashable {
    /// The job.
    package let job: JobID
    /// Whose it is.
    package let crew: CrewID
    /// The building, or the node's code.
    package let building: BuildingID
    /// Its address.
    package let address: String
    /// Degrees north, WGS 84.
    package let latitude: Double
    /// Degrees east, WGS 84.
    package let longitude: Double
    /// When the crew is to be there.
    package let arrival: Instant
    /// When it leaves.
    package let departure: Instant

    /// The faults of districts on a day that are planned, by crew and arrival.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        in districts: [DistrictID], on date: CalendarDate, by connection: PostgresConnection
    ) async throws -> [FaultStop] {
        try await connection.query(
            """
            SELECT district_id, job_no, crew_id, building_id, address, latitude, longitude, arrival, departure
            FROM published_route
            WHERE district_id = ANY (\(districts)) AND plan_date = \(date) AND kind = 'fault' AND state = 'planned'
            ORDER BY crew_id, arrival, job_no
            """,
            as: (
                DistrictID.self, Int64.self, CrewID.self, BuildingID.self, String.self, Double.self, Double.self,
                Instant.self, Instant.self
            )
        ).compactMap { district, number, crew, building, address, latitude, longitude, arrival, departure in
            JobID(district: district, number: number).map {
                FaultStop(
                    job: $0, crew: crew, building: building, address: address, latitude: latitude, longitude: longitude,
                    arrival: arrival, departure: departure)
            }
        }
    }
}
