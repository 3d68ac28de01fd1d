package import GasService
package import PostgresClient

extension CrewHours {
    /// The hours of every active crew, as far as shifts, absences and certificates are known today.
    ///
    /// - Parameters:
    ///   - from: The first day that is asked about.
    ///   - connection: Any role's.
    /// - Returns: The crews, by their codes.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        from: CalendarDate, on connection: PostgresConnection
    ) async throws -> [CrewHours] {
        let absences = Dictionary(
            grouping: try await connection.query(
                "SELECT crew_id, from_date, until_date FROM absence WHERE until_date >= \(from) ORDER BY from_date",
                as: (CrewID.self, CalendarDate.self, CalendarDate.self)), by: \.0)
        let shifts = Dictionary(
            grouping: try await connection.query(
                "SELECT crew_id, shift_date, shift_start, shift_end FROM shift WHERE shift_date >= \(from)",
                as: (CrewID.self, CalendarDate.self, Int16.self, Int16.self)), by: \.0)
        return try await connection.query(
            """
            SELECT c.crew_id, c.district_id, c.shift_start, c.shift_end, t.skill IS NOT NULL, t.valid_from, t.valid_until,
                   EXISTS (SELECT FROM certificate AS e WHERE e.crew_id = c.crew_id AND e.skill = 'emergency')
            FROM crew AS c
            LEFT JOIN certificate AS t ON t.crew_id = c.crew_id AND t.skill = required_skill('inspection')
            WHERE c.active
            ORDER BY c.crew_id
            """,
            as: (
                CrewID.self, DistrictID.self, Int16.self, Int16.self, Bool.self, CalendarDate?.self, CalendarDate?.self,
                Bool.self
            )
        ).map { crew, district, start, end, certified, validFrom, validUntil, standsBy in
            let begins = validFrom ?? .earliest
            let ends = validUntil ?? .latest
            return CrewHours(
                district: district, shift: Int(start)..<Int(end),
                exceptions: Dictionary(
                    (shifts[crew] ?? []).map { ($0.1, Int($0.2)..<Int($0.3)) }, uniquingKeysWith: { $1 }),
                absences: (absences[crew] ?? []).map { $0.1...$0.2 },
                certified: certified && begins <= ends ? begins...ends : nil, standsBy: standsBy)
        }
    }
}
