package import GasService
package import PostgresClient

/// A crew as the database keeps it.
package struct CrewRecord: Sendable, Hashable {
    /// The crew's code.
    package let crew: CrewID
    /// The name by which people know it.
    package let name: String
    /// The district it serves; the company as a whole for a crew that serves all.
    package let district: DistrictID
    /// Degrees north of the depot, WGS 84.
    package let depotLatitude: Double
    /// Degrees east of the depot, WGS 84.
    package let depotLongitude: Double
    /// When the shift starts, in minutes after local midnight.
    package let shiftStart: Int
    /// When the shift ends, likewise; beyond 1440 when that is on the next day.
    package let shiftEnd: Int
    /// What it is certified for, by skill.
    package let certificates: [CrewCertificate]
    /// Its absences that are not over yet, by their first day.
    package let absences: [CrewAbsence]

    /// Whether it stands by for emergencies.
    package var standsBy: Bool { certificates.contains { $0.skill == "emergency" } }

    /// Every active crew, by district and code.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(on connection: PostgresConnection) async throws -> [CrewRecord] {
        let certificates = Dictionary(grouping: try await CrewCertificate.all(on: connection), by: \.crew)
        let absences = Dictionary(grouping: try await CrewAbsence.current(on: connection), by: \.crew)
        return try await connection.query(
            """
            SELECT crew_id, name, district_id, depot_latitude, depot_longitude, shift_start, shift_end
            FROM crew WHERE active
            ORDER BY district_id, crew_id
            """,
            as: (CrewID.self, String.self, DistrictID.self, Double.self, Double.self, Int.self, Int.self)
        ).map { crew, name, district, latitude, longitude, start, end in
            CrewRecord(
                crew: crew, name: name, district: district, depotLatitude: latitude, depotLongitude: longitude,
                shiftStart: start, shiftEnd: end, certificates: certificates[crew] ?? [],
                absences: absences[crew] ?? [])
        }
    }
}
