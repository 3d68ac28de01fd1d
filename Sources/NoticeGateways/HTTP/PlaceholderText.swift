import GasService

/// A text of a request with places for what differs from notice to notice, such as `{{to}}`.
struct PlaceholderText: Sendable, Hashable {
    /// What can be put in.
    enum Placeholder: String, Sendable, Hashable, CaseIterable {
        case key, to, text, heading, notice

        /// What it stands for in a notice.
        func value(in notice: OutgoingNotice) -> String {
            switch self {
            case .key: notice.key
            case .to: notice.recipient
            case .text: notice.body
            case .heading: notice.heading
            case .notice: notice.notice
            }
        }
    }

    private enum Piece: Sendable, Hashable {
        case text(String)
        case place(Placeholder)
    }

    private let pieces: [Piece]

    /// Reads a text; nil when it names a placeholder that is not allowed, or does not close one.
    init?(_ text: String, allowing allowed: Set<Placeholder> = Set(Placeholder.allCases)) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{") {
            pieces.append(.text(String(rest[..<opening.lowerBound])))
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstRange(of: "}}"),
                let placeholder = Placeholder(rawValue: String(rest[..<closing.lowerBound])),
                allowed.contains(placeholder)
            else { return nil }
            pieces.append(.place(placeholder))
            rest = rest[closing.upperBound...]
        }
        pieces.append(.text(String(rest)))
        self.pieces = pieces
    }

    /// The placeholders in it.
    var placeholders: Set<Placeholder> {
        Set(
            pieces.compactMap {
                if case .place(let placeholder) = $0 { placeholder } else { nil }
            })
    }

    /// The text for a notice; each value passes through `encoding` on its way in.
    func text(for notice: OutgoingNotice, encoding: (String) -> String = { $0 }) -> String {
        pieces.map {
            switch $0 {
            case .text(let text): text
            case .place(let placeholder): encoding(placeholder.value(in: notice))
            }
        }.joined()
    }
}
