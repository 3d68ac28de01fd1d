/// A list as a command answers it: one description of the columns, from which come the table on the screen and the CSV.
///
/// JSON is made from the rows themselves, for it carries more than a line of text can.
package struct Listing<Row>: Sendable {
    package let columns: [Column<Row>]
    /// Said in place of a table without rows.
    package let empty: Phrase

    package init(_ columns: [Column<Row>], empty: Phrase = .nothingFound) {
        self.columns = columns
        self.empty = empty
    }

    /// The rows as a table, with a last line of totals when given.
    package func table(_ rows: some Sequence<Row>, totals: Row? = nil) -> Table {
        Table(
            headings: columns.map {
                Table.Heading(title: $0.title, alignment: $0.alignment, isFlexible: $0.isFlexible)
            },
            rows: rows.map { row in columns.map { $0.cell(row) } },
            totals: totals.map { row in columns.map { $0.cell(row) } },
            empty: empty)
    }

    /// The names of the columns, as the first line of a CSV file.
    package var header: [String] { columns.map(\.key) }

    /// Writes the rows as CSV, header first; rows may come from a stream, nothing is kept.
    package func writeCSV(_ rows: some Sequence<Row>, to writer: inout CSVWriter) throws {
        try writer.writeHeader(header)
        for row in rows { try write(row, to: &writer) }
    }

    /// Writes one row as CSV, for rows that arrive one by one.
    package func write(_ row: Row, to writer: inout CSVWriter) throws {
        for column in columns { writer.add(column.cell(row)) }
        try writer.endRow()
    }
}
