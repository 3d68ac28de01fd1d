extension HelpPage {
    /// The page as lines of text that line up in every script, the last ended by a newline.
    ///
    /// - Parameters:
    ///   - language: the reader's, in which the headings are written.
    ///   - width: the terminal's columns; lines longer than a hundred are hard to read, and not made.
    ///   - measure: how wide characters are.
    /// - Returns: the whole page.
    package func text(in language: Language, width: Int = 80, measure: DisplayWidth = DisplayWidth()) -> String {
        let width = min(max(width, 40), 100)
        var blocks: [String] = []
        for (index, paragraph) in overview.enumerated() {
            let text = index == 0 ? titled(.helpOverview, paragraph, language) : paragraph
            blocks.append(WrappedText.lines(text, width: width, measure: measure).joined(separator: "\n"))
        }
        blocks.append(usageText(in: language, width: width, measure: measure))

        let labels = sections.flatMap(\.entries).map { measure.of($0.label) }
        let column = Self.indent + Self.gap + (labels.filter { $0 <= Self.longestLabel }.max() ?? 0)
        for section in sections where !section.entries.isEmpty {
            let body = section.entries.flatMap { lines(of: $0, column: column, width: width, measure: measure) }
            let heading = titled(section.heading, "", language)
            blocks.append(([heading] + body).joined(separator: "\n"))
        }
        if let more { blocks.append(Self.blank(Self.indent) + more.text(in: language)) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static let indent = 2
    private static let gap = 2
    /// A label longer than this has its meaning on the line below.
    private static let longestLabel = 28

    private static func blank(_ count: Int) -> String { String(repeating: " ", count: count) }

    private func titled(_ title: Phrase, _ text: String, _ language: Language) -> String {
        let mark = Phrase(en: text.isEmpty ? ":" : ": ", zh: "\u{FF1A}")
        return title.text(in: language) + mark.text(in: language) + text
    }

    private func usageText(in language: Language, width: Int, measure: DisplayWidth) -> String {
        let title = titled(.helpUsage, "", language) + (language == .en ? " " : "")
        let indent = measure.of(title)
        var lines: [String] = []
        var line = ""
        for word in usage {
            if !line.isEmpty, indent + measure.of(line) + 1 + measure.of(word) > width {
                lines.append(line)
                line = word
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        lines.append(line)
        return title + lines.joined(separator: "\n" + Self.blank(indent))
    }

    private func lines(of entry: Entry, column: Int, width: Int, measure: DisplayWidth) -> [String] {
        let label = Self.blank(Self.indent) + entry.label
        var meaning = WrappedText.lines(entry.meaning, width: width - column, measure: measure)[...]
        guard meaning != [""] else { return [label] }
        var lines: [String] = []
        let padding = column - measure.of(label)
        if padding >= Self.gap, let first = meaning.popFirst() {
            lines.append(label + Self.blank(padding) + first)
        } else {
            lines.append(label)
        }
        return lines + meaning.map { Self.blank(column) + $0 }
    }
}
