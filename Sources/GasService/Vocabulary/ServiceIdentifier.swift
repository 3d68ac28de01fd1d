/// A code that the company gives to a thing: an account, a district, a crew.
///
/// All codes obey one alphabet: ASCII letters, digits and `- _ . : #`, opened by a letter or digit. So a code means the
/// same bytes in Swift, in PostgreSQL's `C` collation, in a file name and on a terminal, and can neither be taken for a
/// spreadsheet formula nor for an option of a command.
public protocol ServiceIdentifier: Hashable, Sendable, Comparable, Codable, LosslessStringConvertible {
    /// The most characters a code of this kind may have.
    static var longest: Int { get }

    /// The code as it is written.
    var text: String { get }

    /// Reads a code; nil when it is empty, too long or holds a character outside the alphabet.
    init?(_ text: String)
}

extension ServiceIdentifier {
    /// The code as it is written.
    public var description: String { text }

    /// Orders codes by their bytes, as PostgreSQL does under the `C` collation.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// Whether a text is a code of this kind.
    public static func accepts(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, bytes.count <= longest, isLetterOrDigit(first) else { return false }
        return bytes.allSatisfy { isLetterOrDigit($0) || isJoint($0) }
    }

    /// Reads the code from a single string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a valid \(Self.self)")
        }
        self = value
    }

    /// Writes the code as a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
    default: false
    }
}

private func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "#"): true
    default: false
    }
}
