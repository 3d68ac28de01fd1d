/// Text broken into lines of so many cells, by the habits of both languages.
///
/// Words are kept whole. Between Chinese characters a line may end anywhere, except that closing punctuation never
/// begins a line and opening punctuation never ends one (GB/T 15834).
package enum WrappedText {
    /// The lines of a text, paragraphs apart.
    ///
    /// Linear. A word longer than the width stands on a line of its own, uncut.
    package static func lines(_ text: String, width: Int, measure: DisplayWidth = DisplayWidth()) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            lines(ofParagraph: paragraph, width: width, measure: measure)
        }
    }

    private static func lines(ofParagraph text: Substring, width: Int, measure: DisplayWidth) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces(of: text, measure: measure) {
            let cells = measure.of(piece.text)
            let space = piece.followsSpace && !line.isEmpty ? 1 : 0
            if !line.isEmpty, used + space + cells > width {
                lines.append(line)
                (line, used) = (piece.text, cells)
            } else {
                line += (space == 1 ? " " : "") + piece.text
                used += space + cells
            }
        }
        return lines + [line]
    }

    /// What is never broken: a word, or one wide character with the punctuation that clings to it.
    private struct Piece {
        var text: String
        let followsSpace: Bool
    }

    private static func pieces(of text: Substring, measure: DisplayWidth) -> [Piece] {
        var pieces: [Piece] = []
        var followsSpace = false
        for character in text {
            if character == " " {
                followsSpace = true
                continue
            }
            if let last = pieces.last?.text.last, !followsSpace, clings(character, to: last, measure) {
                pieces[pieces.count - 1].text.append(character)
            } else {
                pieces.append(Piece(text: String(character), followsSpace: followsSpace))
            }
            followsSpace = false
        }
        return pieces
    }

    private static func clings(_ character: Character, to last: Character, _ measure: DisplayWidth) -> Bool {
        if closing.contains(character) || opening.contains(last) { return true }
        return measure.of(character) < 2 && measure.of(last) < 2
    }

    private static let closing: Set<Character> = [
        "\u{FF0C}", "\u{3002}", "\u{3001}", "\u{FF1B}", "\u{FF1A}", "\u{FF1F}", "\u{FF01}", "\u{FF09}", "\u{201D}",
        "\u{2019}", "\u{300B}", "\u{300D}", "\u{3011}", "\u{2026}", ",", ".", ";", ":", "?", "!", ")", "]", "%",
    ]
    private static let opening: Set<Character> = [
        "\u{FF08}", "\u{201C}", "\u{2018}", "\u{300A}", "\u{300C}", "\u{3010}", "(", "[",
    ]
}
