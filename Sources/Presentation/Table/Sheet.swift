/// One thing described line by line: a name, then its value.
///
/// What `show` and `status` commands print.
package struct Sheet: Sendable {
    /// Lines in order; the value may be shown on several rows by repeating an empty name.
    package var lines: [(name: Phrase, value: Cell)]

    package init(_ lines: [(name: Phrase, value: Cell)] = []) {
        self.lines = lines
    }

    /// Adds a line.
    package mutating func add(_ name: Phrase, _ value: Cell) {
        lines.append((name, value))
    }

    /// The lines with their values in one column, each ended by a newline.
    package func text(in language: Language, measure: DisplayWidth = DisplayWidth()) -> String {
        let names = lines.map { $0.name.text(in: language) }
        let width = names.map { measure.of($0) }.max() ?? 0
        return zip(names, lines).map { name, line in
            let padding = String(repeating: " ", count: width - measure.of(name))
            return name + padding + "  " + line.value.terminalText(in: language) + "\n"
        }.joined()
    }
}
