/// Text from data made safe to show: whatever a name or an address holds, it cannot move the cursor, change colours,
/// retitle the window, answer for the keyboard or turn the reading direction of what stands around it.
///
/// Control characters become their visible pictures (`ESC` is shown as `␛`); C1 controls, bidirectional controls,
/// invisible format characters and line separators become U+FFFD. Joiners stay: emoji and Persian need them, and they
/// reorder nothing. See "Trojan Source" (Boucher & Anderson 2021) for the bidirectional part.
package enum TerminalText {
    /// The text with every dangerous character replaced by one that can be seen.
    ///
    /// Linear; plain ASCII is not copied.
    package static func safe(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(replacement(for: scalar) ?? scalar)
        }
        return String(result)
    }

    /// What is shown in place of a scalar, or nil when it is harmless.
    static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "\u{2421}"
        case 0x80...0x9F: "\u{FFFD}"
        case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: "\u{FFFD}"
        case 0xFEFF, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF: "\u{FFFD}"
        default: nil
        }
    }
}
