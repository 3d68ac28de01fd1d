package import GasService
package import PostgresClient

/// The figures of one class in one district.
package struct CoverageLine: Sendable, Hashable {
    /// The district.
    package let district: DistrictID
    /// The class.
    package let customerClass: CustomerClass
    /// Every figure with numerator and denominator.
    package let figures: [CoverageFigure: CoverageRatio]

    /// The figures of a year, by district and class.
    ///
    /// - Complexity: one pass over the obligations asked about.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        _ query: CoverageQuery, on connection: PostgresConnection
    ) async throws -> [CoverageLine] {
        var counts: PostgresQuery = "count(*)"
        for figure in CoverageFigure.allCases {
            counts = """
                \(counts), count(*) FILTER (WHERE \(figure.numerator)), count(*) FILTER (WHERE \(figure.denominator))
                """
        }
        let rows = try await connection.query(
            """
            SELECT district_id, customer_class, \(counts)
            FROM \(query.judgements) AS judgement
            GROUP BY district_id, customer_class
            ORDER BY district_id, customer_class
            """)
        return try rows.map { row in
            var figures: [CoverageFigure: CoverageRatio] = [:]
            for (place, figure) in CoverageFigure.allCases.enumerated() {
                figures[figure] = CoverageRatio(
                    numerator: try row[3 + 2 * place], denominator: try row[4 + 2 * place])
            }
            return CoverageLine(district: try row[0], customerClass: try row[1], figures: figures)
        }
    }
}
