extension String: PostgresCodable {
    /// `text`; a column of another type wants a cast: `\(text)::json`.
    @inlinable public static var postgresType: PostgresType { .text }

    /// Appends the UTF-8.
    ///
    /// The server refuses a NUL (SQLSTATE 22021).
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(utf8: self)
    }

    /// Reads text of any kind, JSON, and the labels of enums.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        self = try String(validatedUTF8: try cell.text())
    }

    /// Makes a string of bytes that must be UTF-8.
    @usableFromInline
    init(validatedUTF8 bytes: UnsafeRawBufferPointer) throws(PostgresMismatch) {
        guard let string = String(validating: bytes, as: UTF8.self) else { throw .invalid("not UTF-8") }
        self = string
    }
}

extension PostgresCell {
    /// The bytes of a value whose binary form is its text.
    @usableFromInline
    func text() throws(PostgresMismatch) -> UnsafeRawBufferPointer {
        switch type {
        case .text, .varchar, .bpchar, .name, .char, .json, .void:
            return bytes
        case .jsonb:
            guard bytes.first == 1 else { throw .invalid("jsonb of an unknown version") }
            return UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
        default:
            // Enums and extension types like citext; what isn't text fails as UTF-8 or is readable all the same.
            // 705 is `unknown`, the type of an untyped literal.
            guard type.rawValue >= PostgresType.firstUserDefined || type.rawValue == 705 else { throw .type }
            return bytes
        }
    }
}

/// JSON as its text, sent as `jsonb` and read from `jsonb` or `json`.
public struct PostgresJSON: PostgresCodable, Sendable, Hashable {
    /// The text.
    public var text: String

    /// Wraps JSON text; the server checks it.
    public init(text: String) {
        self.text = text
    }

    /// The type `jsonb`.
    public static var postgresType: PostgresType { .jsonb }

    /// Appends version 1 and the text.
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: UInt8(1))
        buffer.append(utf8: text)
    }

    /// Reads `jsonb` or `json`.
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        guard cell.type == .jsonb || cell.type == .json else { throw .type }
        text = try String(postgresCell: cell)
    }
}

/// JSON as exactly the text that was written, sent and read as `json` (where the text is hashed, for example).
public struct PostgresJSONText: PostgresCodable, Sendable, Hashable {
    /// The text.
    public var text: String

    /// Wraps JSON text; the server checks it.
    public init(text: String) {
        self.text = text
    }

    /// The type `json`.
    public static var postgresType: PostgresType { .json }

    /// Appends the text.
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(utf8: text)
    }

    /// Reads `json`.
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        try cell.expect(.json)
        text = try String(postgresCell: cell)
    }
}
