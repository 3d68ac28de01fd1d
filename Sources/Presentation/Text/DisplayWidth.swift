/// How many cells a text takes on a terminal.
///
/// Measured by grapheme cluster, as terminals draw: a family emoji joined of seven scalars is one picture of two cells.
package struct DisplayWidth: Sendable {
    /// Whether characters of ambiguous width (`°`, `α`, `Ж`) take two cells, as on terminals set up for legacy East
    /// Asian encodings.
    ///
    /// Terminals of today draw them narrow, whatever the locale.
    package let ambiguousIsWide: Bool

    package init(ambiguousIsWide: Bool = false) {
        self.ambiguousIsWide = ambiguousIsWide
    }

    /// The cells of a whole text.
    ///
    /// Linear; plain ASCII is counted by bytes.
    package func of(_ text: String) -> Int {
        var isPlain = true
        for byte in text.utf8 where byte < 0x20 || byte >= 0x7F {
            isPlain = false
            break
        }
        return isPlain ? text.utf8.count : text.reduce(0) { $0 + of($1) }
    }

    /// The cells of one grapheme cluster: 0, 1 or 2.
    package func of(_ character: Character) -> Int {
        var widest = 0
        var regionalIndicators = 0
        for scalar in character.unicodeScalars {
            switch scalar.value {
            case 0xFE0F: return 2  // Variation selector 16: drawn as an emoji.
            case 0xFE0E: return 1  // Variation selector 15: drawn as text.
            case 0x1F1E6...0x1F1FF: regionalIndicators += 1
            default: break
            }
            widest = max(widest, of(scalar))
        }
        return regionalIndicators == 2 ? 2 : widest
    }

    private func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 {
            if value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD { return 0 }
            return ambiguousIsWide && EastAsianWidth.contains(value, in: EastAsianWidth.ambiguous) ? 2 : 1
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        // Medial vowels and final consonants of Hangul join the syllable before them.
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
        if EastAsianWidth.contains(value, in: EastAsianWidth.wide) { return 2 }
        if ambiguousIsWide, EastAsianWidth.contains(value, in: EastAsianWidth.ambiguous) { return 2 }
        return 1
    }

    /// The text cut to at most so many cells, its loss marked by an ellipsis; whole characters only, never half a wide
    /// one.
    ///
    /// A text that fits is returned as it is.
    package func truncate(_ text: String, to limit: Int) -> String {
        guard of(text) > limit else { return text }
        guard limit > 0 else { return "" }
        let ellipsis: Character = "…"
        let room = limit - of(ellipsis)
        guard room >= 0 else { return String(repeating: ".", count: limit) }
        var result = ""
        var used = 0
        for character in text {
            let width = of(character)
            if used + width > room { break }
            result.append(character)
            used += width
        }
        result.append(ellipsis)
        return result
    }
}
