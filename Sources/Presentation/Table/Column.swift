/// On which side a column's cells stand.
package enum Alignment: Sendable, Hashable {
    case leading
    case trailing
}

/// One column of a listing: its heading, its key in files, and how a row fills it.
package struct Column<Row>: Sendable {
    /// The column's name in CSV: English snake_case whatever the language, so that scripts can rely on it.
    package let key: String
    package let title: Phrase
    package let alignment: Alignment
    /// Whether the column may be shortened when the terminal is too narrow.
    package let isFlexible: Bool
    package let cell: @Sendable (Row) -> Cell

    /// Makes a column; numbers are usually `trailing`, and only free text should be flexible.
    package init(
        _ key: String, _ title: Phrase, _ alignment: Alignment = .leading, isFlexible: Bool = false,
        cell: @escaping @Sendable (Row) -> Cell
    ) {
        self.key = key
        self.title = title
        self.alignment = alignment
        self.isFlexible = isFlexible
        self.cell = cell
    }
}
