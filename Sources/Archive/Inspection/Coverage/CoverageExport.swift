package import GasService
package import PostgresClient

/// The list behind a figure as CSV, written by the database itself, so that a million lines cost little more than COPY.
///
/// Text that a spreadsheet would take for a formula is defused. Lines end with LF; there is no header.
package struct CoverageExport: Sendable {
    /// Which columns, in which order.
    package enum Columns: Sendable, Hashable {
        /// Those of the list.
        case full
        /// Those that authorities take (RULES.md, What compliance exports).
        case authority
    }

    /// How codes read in the file's language.
    package struct Words: Sendable {
        /// The classes.
        package let classes: [CustomerClass: String]
        /// The results of visits.
        package let results: [VisitResult: String]
        /// The standings.
        package let standings: [CoverageStanding: String]

        /// Gives the words.
        package init(
            classes: [CustomerClass: String], results: [VisitResult: String], standings: [CoverageStanding: String]
        ) {
            self.classes = classes
            self.results = results
            self.standings = standings
        }
    }

    private let statement: PostgresQuery

    /// The list behind a figure; nil for every obligation that the year is about.
    package init(_ figure: CoverageFigure?, _ query: CoverageQuery, columns: Columns, words: Words) {
        let customerClass = Self.word("customer_class", words.classes.map { ($0.key.rawValue, $0.value) })
        let result = Self.word("result", words.results.map { ($0.key.rawValue, $0.value) })
        let hindrance = Self.word("hindrance", words.results.map { ($0.key.rawValue, $0.value) })
        let standing = Self.word("standing", words.standings.map { ($0.key.rawValue, $0.value) })
        let visited: PostgresQuery =
            "to_char(visited_at AT TIME ZONE (SELECT time_zone FROM installation), 'YYYY-MM-DD HH24:MI')"
        let fields: PostgresQuery =
            switch columns {
            case .full:
                """
                account_no, district_id, \(customerClass), spreadsheet_text(masked_address(address)), deadline, \(standing),
                planned_date, coalesce(visits, 0), \(visited), \(result), \(hindrance), crew_id, grade, next_deadline
                """
            case .authority:
                """
                account_no, \(customerClass), spreadsheet_text(masked_address(address)), planned_date, coalesce(visits, 0),
                \(visited), \(result), \(hindrance), crew_id, grade, next_deadline
                """
            }
        statement = "SELECT \(fields) FROM (\(CoverageList(figure: figure, query: query).lines)) AS line"
    }

    /// The names of the full columns, in order; those of `authority` are Presentation's.
    package static let fullHeader = [
        "account_no", "district", "customer_class", "address_masked", "deadline", "standing", "planned_date", "visits",
        "visited_at", "result", "no_entry_reason", "crew_id", "gravest_hazard", "next_deadline",
    ]

    /// Starts the export.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package func start(on connection: PostgresConnection) async throws -> PostgresCopyOut {
        try await connection.copyOut(statement, format: .csv())
    }

    /// The export's SELECT with its values written as literals, for another client to run; `search_path` is `gasworks`.
    ///
    /// - Throws: `PostgresError`.
    package func statementForOthers() throws -> String { try statement.inlined() }

    /// A code of a column in the file's language; an unknown one stays.
    private static func word(_ column: String, _ words: [(code: String, word: String)]) -> PostgresQuery {
        guard !words.isEmpty else { return "\(identifier: column)" }
        var cases: PostgresQuery = "CASE \(identifier: column)"
        for (code, word) in words.sorted(by: { $0.code < $1.code }) { cases = "\(cases) WHEN \(code) THEN \(word)" }
        return "\(cases) ELSE \(identifier: column) END"
    }
}
