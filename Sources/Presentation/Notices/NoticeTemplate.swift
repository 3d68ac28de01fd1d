package import GasService

/// A text with named fields, such as `no gas from {{start}} to {{end}}`.
package struct NoticeTemplate: Sendable, Hashable {
    private enum Piece: Sendable, Hashable {
        case text(String)
        case field(NoticeField)
    }

    private let pieces: [Piece]

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - lines: its lines.
    ///   - file: the file it stands in, for reports.
    ///   - firstLine: the number of its first line.
    /// - Throws: `GasworksError.badTemplate`, naming the line and the field.
    package init(lines: [Substring], file: String, firstLine: Int) throws(GasworksError) {
        var pieces: [Piece] = []
        for (offset, line) in lines.enumerated() {
            if offset > 0 { pieces.append(.text("\n")) }
            try Self.read(line, into: &pieces, file: file, number: firstLine + offset)
        }
        self.pieces = pieces
    }

    private static func read(
        _ line: Substring, into pieces: inout [Piece], file: String, number: Int
    ) throws(GasworksError) {
        var rest = line
        while let opening = rest.firstRange(of: "{{") {
            if opening.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<opening.lowerBound]))) }
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstRange(of: "}}") else {
                throw .badTemplate(
                    TemplateProblem(file: file, line: number, name: String(rest.prefix(20)), fault: .unclosedField))
            }
            let name = rest[..<closing.lowerBound].filter { $0 != " " }
            guard let field = NoticeField(rawValue: String(name)) else {
                throw .badTemplate(
                    TemplateProblem(
                        file: file, line: number, name: String(name.prefix(40)), fault: .unknownField,
                        known: NoticeField.allCases.map(\.rawValue)))
            }
            pieces.append(.field(field))
            rest = rest[closing.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
    }

    /// The fields it names.
    package var fields: Set<NoticeField> {
        Set(
            pieces.compactMap {
                if case .field(let field) = $0 { field } else { nil }
            })
    }

    /// The text with its fields filled in; what fills them is held to one line, so that no value can forge a heading.
    package func text(_ value: (NoticeField) -> String) -> String {
        pieces.map {
            switch $0 {
            case .text(let text): text
            case .field(let field): TerminalText.safe(value(field))
            }
        }.joined()
    }
}
