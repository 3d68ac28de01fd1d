/// Text made safe for XML and HTML, in elements and in quoted attributes alike.
package enum MarkupText {
    /// The text with markup escaped; characters that XML 1.0 cannot hold, and those that would mislead a reader, are
    /// replaced as on a terminal.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(TerminalText.replacement(for: scalar) ?? scalar)
            }
        }
        return result
    }
}
