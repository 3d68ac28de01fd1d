/// A table for people: headings over a rule, columns that line up in every script, a line of totals.
package struct Table: Sendable {
    /// What stands over a column.
    package struct Heading: Sendable {
        package let title: Phrase
        package let alignment: Alignment
        package let isFlexible: Bool

        package init(title: Phrase, alignment: Alignment = .leading, isFlexible: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.isFlexible = isFlexible
        }
    }

    package var headings: [Heading]
    package var rows: [[Cell]]
    package var totals: [Cell]?
    package var empty: Phrase

    package init(headings: [Heading], rows: [[Cell]], totals: [Cell]? = nil, empty: Phrase = .nothingFound) {
        self.headings = headings
        self.rows = rows
        self.totals = totals
        self.empty = empty
    }

    /// The table as lines of text, each ended by a newline.
    ///
    /// - Parameters:
    ///   - language: in which headings and phrases are written.
    ///   - width: the terminal's columns; nil, as in a pipe or a file, never shortens anything.
    ///   - measure: how wide characters are.
    /// - Returns: the whole text; linear in the table's size.
    package func text(in language: Language, width: Int? = nil, measure: DisplayWidth = DisplayWidth()) -> String {
        guard !rows.isEmpty else { return empty.text(in: language) + "\n" }
        let titles = headings.map { $0.title.text(in: language) }
        let body = rows.map { row in row.map { $0.terminalText(in: language) } }
        let foot = totals.map { row in row.map { $0.terminalText(in: language) } }

        var widths = titles.map { measure.of($0) }
        for line in body + (foot.map { [$0] } ?? []) {
            for (index, field) in line.enumerated() { widths[index] = max(widths[index], measure.of(field)) }
        }
        if let width { shrink(&widths, titles: titles, to: width, measure: measure) }

        let rule = widths.map { String(repeating: "─", count: $0) }
        var result = ""
        for line in [titles, rule] + body { append(line, widths, measure, to: &result) }
        if let foot {
            append(rule, widths, measure, to: &result)
            append(foot, widths, measure, to: &result)
        }
        return result
    }

    /// Takes what is too much from the flexible columns, always from the one that is widest, down to its heading or eight
    /// cells; a table that still does not fit is left to the terminal to wrap, for cutting an account number would lie.
    private func shrink(_ widths: inout [Int], titles: [String], to limit: Int, measure: DisplayWidth) {
        let floors = titles.map { max(8, measure.of($0)) }
        var excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - limit
        while excess > 0 {
            let candidates = widths.indices.filter { headings[$0].isFlexible && widths[$0] > floors[$0] }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
            excess -= 1
        }
    }

    private static let gap = "  "

    private func append(_ line: [String], _ widths: [Int], _ measure: DisplayWidth, to result: inout String) {
        for (index, field) in line.enumerated() {
            let shown = measure.truncate(field, to: widths[index])
            let padding = String(repeating: " ", count: max(0, widths[index] - measure.of(shown)))
            if index > 0 { result += Self.gap }
            switch headings[index].alignment {
            case .leading:
                result += shown
                // No trailing blanks: they make a copied line untidy and a diff noisy.
                if index < line.count - 1 { result += padding }
            case .trailing: result += padding + shown
            }
        }
        while result.last == " " { result.removeLast() }
        result += "\n"
    }
}
