import GasService

/// Lines of an iCalendar file (RFC 5545).
struct CalendarText {
    private(set) var text = ""

    /// Adds a property whose value is text: backslash, comma, semicolon and line ends are escaped (3.3.11), and other
    /// control characters, which the format cannot hold, are made visible.
    mutating func add(_ name: String, text value: String) {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ",", ";": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case "\r": break
            default: escaped.unicodeScalars.append(TerminalText.replacement(for: scalar) ?? scalar)
            }
        }
        add(name, raw: escaped)
    }

    /// Adds an instant in UTC (3.3.5, form 2), which needs no zone definition and means the same everywhere.
    mutating func add(_ name: String, _ instant: Instant) {
        let compact = instant.description.prefix(19).filter { $0 != "-" && $0 != ":" }
        add(name, raw: compact + "Z")
    }

    /// Adds a property as it stands, folded to lines of at most 75 octets (3.1), never within a character.
    mutating func add(_ name: String, raw value: String) {
        var octets = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let length = UTF8.width(scalar)
            if octets + length > 75 {
                text += "\r\n "
                octets = 1
            }
            text.unicodeScalars.append(scalar)
            octets += length
        }
        text += "\r\n"
    }
}
