package import GasService
package import PostgresClient

/// One line of the list behind a figure: an obligation and what became of it, the address masked.
package struct CoverageEntry: Sendable, Hashable {
    /// The household.
    package let account: AccountNumber
    /// Its district.
    package let district: DistrictID
    /// Its class.
    package let customerClass: CustomerClass
    /// The street, its numbers masked.
    package let maskedAddress: String
    /// The deadline; nil for an inspection whose deadline nobody recorded.
    package let deadline: CalendarDate?
    /// Where the obligation stands, as `CoverageStanding` spells it.
    package let standing: String
    /// The last day of the year for which a campaign was planned.
    package let plannedDate: CalendarDate?
    /// Visits in the year.
    package let visits: Int
    /// The last of them.
    package let visitedAt: Instant?
    /// What came of it; nil without a visit on record.
    package let result: VisitResult?
    /// Why nobody got in, while that is so.
    package let hindrance: VisitResult?
    /// Who was there.
    package let crew: CrewID?
    /// The gravest grade found.
    package let gravestHazard: String?
    /// The deadline that is open now.
    package let nextDeadline: CalendarDate?

    /// The list behind a figure, by district and account, as it arrives.
    ///
    /// - Parameters:
    ///   - figure: The figure; nil for every obligation that the year is about.
    ///   - query: The year.
    ///   - connection: An office role's.
    ///   - body: Takes each line.
    /// - Throws: What `body` throws; `PostgresError`.
    nonisolated(nonsending) package static func each(
        of figure: CoverageFigure?, _ query: CoverageQuery, on connection: PostgresConnection,
        _ body: (CoverageEntry) throws -> Void
    ) async throws {
        let rows = try await connection.stream(
            """
            SELECT account_no, district_id, customer_class, masked_address(address), deadline, standing, planned_date,
                   coalesce(visits, 0), visited_at, result, hindrance, crew_id, grade, next_deadline
            FROM (\(CoverageList(figure: figure, query: query).lines)) AS line
            """)
        for try await row in rows {
            try body(
                CoverageEntry(
                    account: try row[0], district: try row[1], customerClass: try row[2], maskedAddress: try row[3],
                    deadline: try row[4], standing: try row[5], plannedDate: try row[6], visits: try row[7],
                    visitedAt: try row[8], result: try row[9], hindrance: try row[10], crew: try row[11],
                    gravestHazard: try row[12], nextDeadline: try row[13]))
        }
    }
}
