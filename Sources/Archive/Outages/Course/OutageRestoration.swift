package import FoundationEssentials
package import GasService
package import PostgresClient

/// The steps by which gas comes back (`sql/routines/outages/outage_restoration.sql`).
package struct OutageRestoration {
    private let connection: PostgresConnection
    private let outage: OutageID

    /// Takes steps for an outage on a connection.
    package init(of outage: OutageID, on connection: PostgresConnection) {
        self.outage = outage
        self.connection = connection
    }

    /// The leak check of the network was passed; those without gas are told to close their valves.
    nonisolated(nonsending) package func begin(at instant: Instant, as command: UUID) async throws {
        try await connection.execute("SELECT begin_restoration(\(command), \(outage.number), \(instant))")
    }

    /// The leak check of a building was passed.
    nonisolated(nonsending) package func confirm(
        _ building: BuildingID, in district: DistrictID, at instant: Instant, as command: UUID
    ) async throws {
        try await connection.execute(
            "SELECT confirm_building(\(command), \(outage.number), \(district), \(building), \(instant))")
    }

    /// Households of a district were lit and tested or, with a day of revisit, sealed; all or none.
    nonisolated(nonsending) package func restore(
        _ accounts: [AccountNumber], in district: DistrictID, sealedUntil revisit: CalendarDate?, at instant: Instant,
        as command: UUID
    ) async throws {
        try await connection.execute(
            """
            SELECT restore_households(\(command), \(outage.number), \(district), (
                SELECT json_agg(json_build_object('account_no', account, 'state', \(revisit == nil ? "lit" : "sealed"),
                                                  'revisit_on', \(revisit)::date))
                FROM unnest(\(accounts)) AS account), \(instant))
            """)
    }

    /// Closes the outage, if each household is lit or sealed.
    nonisolated(nonsending) package func close(as command: UUID) async throws {
        try await connection.execute("SELECT close_outage(\(command), \(outage.number))")
    }

    /// The districts in which the outage has households in a building of a name.
    nonisolated(nonsending) package func districts(of building: BuildingID) async throws -> [DistrictID] {
        try await connection.query(
            """
            SELECT DISTINCT h.district_id FROM outage_household AS l
            JOIN household AS h ON h.district_id = l.district_id AND h.account_no = l.account_no
            WHERE l.district_id = ANY (ARRAY(SELECT outage_districts(\(outage.number))))
              AND l.outage_no = \(outage.number) AND h.building_id = \(building) AND l.state <> 'released'
            ORDER BY h.district_id
            """, as: (DistrictID.self))
    }

    /// Households of the ledger in a state, by district; of one building unless it is nil.
    nonisolated(nonsending) package func households(
        in states: [String], building: BuildingID?
    ) async throws -> [(DistrictID, AccountNumber)] {
        try await connection.query(
            """
            SELECT l.district_id, l.account_no FROM outage_household AS l
            JOIN household AS h ON h.district_id = l.district_id AND h.account_no = l.account_no
            WHERE l.district_id = ANY (ARRAY(SELECT outage_districts(\(outage.number))))
              AND l.outage_no = \(outage.number) AND l.state = ANY (\(states))
              AND (\(building)::text IS NULL OR h.building_id = \(building))
            ORDER BY l.district_id, l.account_no
            """, as: (DistrictID.self, AccountNumber.self)
        ).map { ($0, $1) }
    }
}
