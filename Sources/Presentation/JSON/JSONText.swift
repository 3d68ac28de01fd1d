/// How JSON is laid out.
package enum JSONLayout: Sendable, Hashable {
    /// On one line, for programs and for error lines.
    case compact
    /// Two blanks a level, for people who look.
    case indented
}

extension JSONValue {
    /// The value as JSON text (RFC 8259), without a newline at the end.
    package func text(_ layout: JSONLayout = .compact) -> String {
        var bytes: [UInt8] = []
        append(to: &bytes, layout: layout, depth: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the value as UTF-8.
    ///
    /// Control characters and what JavaScript, HTML or a terminal might trip over (`<`, `>`, `&`, U+2028, U+2029, C1,
    /// bidirectional controls) are written as `\u` escapes, so the text may stand in a script element and on a screen.
    package func append(to bytes: inout [UInt8], layout: JSONLayout = .compact, depth: Int = 0) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .unsigned(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): Self.append(value, to: &bytes)
        case .string(let text): Self.append(text, to: &bytes)
        case .array(let values):
            Self.appendGroup("[", "]", count: values.count, to: &bytes, layout: layout, depth: depth) { index, bytes in
                values[index].append(to: &bytes, layout: layout, depth: depth + 1)
            }
        case .object(let members):
            Self.appendGroup("{", "}", count: members.count, to: &bytes, layout: layout, depth: depth) { index, bytes in
                Self.append(members[index].name, to: &bytes)
                bytes.append(contentsOf: (layout == .compact ? ":" : ": ").utf8)
                members[index].value.append(to: &bytes, layout: layout, depth: depth + 1)
            }
        }
    }

    private static func appendGroup(
        _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, count: Int, to bytes: inout [UInt8], layout: JSONLayout,
        depth: Int, _ element: (Int, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: opening))
        for index in 0..<count {
            if index > 0 { bytes.append(0x2C) }
            if layout == .indented { newLine(depth + 1, &bytes) }
            element(index, &bytes)
        }
        if layout == .indented, count > 0 { newLine(depth, &bytes) }
        bytes.append(UInt8(ascii: closing))
    }

    private static func newLine(_ depth: Int, _ bytes: inout [UInt8]) {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private static func append(_ number: Double, to bytes: inout [UInt8]) {
        guard number.isFinite else { return bytes.append(contentsOf: "null".utf8) }
        if number == number.rounded(), number.magnitude < 9_007_199_254_740_992 {
            bytes.append(contentsOf: String(Int64(number)).utf8)
        } else {
            bytes.append(contentsOf: number.description.utf8)
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: #"\""#.utf8)
            case "\\": bytes.append(contentsOf: #"\\"#.utf8)
            case "\n": bytes.append(contentsOf: #"\n"#.utf8)
            case "\r": bytes.append(contentsOf: #"\r"#.utf8)
            case "\t": bytes.append(contentsOf: #"\t"#.utf8)
            case "<", ">", "&": appendEscape(UInt16(scalar.value), to: &bytes)
            default:
                if scalar.value >= 0x20, scalar.value < 0x7F || TerminalText.replacement(for: scalar) == nil {
                    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                } else {
                    for unit in String(scalar).utf16 { appendEscape(unit, to: &bytes) }
                }
            }
        }
        bytes.append(0x22)
    }

    private static func appendEscape(_ unit: UInt16, to bytes: inout [UInt8]) {
        let hexadecimal = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: #"\u"#.utf8)
        for shift in [12, 8, 4, 0] { bytes.append(hexadecimal[Int(unit >> UInt16(shift)) & 0xF]) }
    }
}
