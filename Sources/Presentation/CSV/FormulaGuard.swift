/// Keeps a spreadsheet from taking text for a formula ("CSV injection", OWASP).
///
/// A text that opens with `=`, `+`, `-`, `@` (also their fullwidth forms), TAB, CR or LF, blanks before it not counted,
/// gets an apostrophe in front, which spreadsheets take as the mark of text. Quotes alone do not help: a spreadsheet
/// strips them before it looks. Telephone numbers such as `+358 40 123` are guarded too, for a spreadsheet would
/// calculate with them; a text that is a plain number, such as `-12.5`, is left alone, and so are typed numbers and
/// dates. A text that opens with an apostrophe before such a character is guarded once more, so `unguarded` can always
/// take back exactly what `guarded` did.
package enum FormulaGuard {
    /// Whether a spreadsheet might take the text for a formula.
    package static func isDangerous(_ text: some StringProtocol) -> Bool {
        // Codes, names and addresses nearly always begin with a letter or digit: answered by their first byte.
        guard let first = text.utf8.first else { return false }
        switch first {
        case 0x30...0x39, 0x41...0x7F, 0xC3...0xE1, 0xE4...0xE9: return false
        default: break
        }
        guard let opening = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{3000}" }) else {
            return false
        }
        switch opening {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\n":
            return !isPlainNumber(text)
        default: return false
        }
    }

    /// The text as a spreadsheet may be given it.
    package static func guarded(_ text: String) -> String {
        needsApostrophe(text) ? "'" + text : text
    }

    /// The text that `guarded` was given.
    package static func unguarded(_ text: String) -> String {
        guard text.utf8.first == 0x27 else { return text }
        let rest = text.dropFirst()
        return needsApostrophe(rest) ? String(rest) : text
    }

    static func needsApostrophe(_ text: some StringProtocol) -> Bool {
        text.utf8.first == 0x27 ? needsApostrophe(text.dropFirst()) : isDangerous(text)
    }

    private static func isPlainNumber(_ text: some StringProtocol) -> Bool {
        var digits = 0
        var points = 0
        var endsInDigit = false
        for (index, byte) in text.utf8.enumerated() {
            endsInDigit = (0x30...0x39).contains(byte)
            switch byte {
            case 0x2D where index == 0: break
            case 0x2E where digits > 0: points += 1
            case 0x30...0x39: digits += 1
            default: return false
            }
        }
        return endsInDigit && points <= 1
    }
}
