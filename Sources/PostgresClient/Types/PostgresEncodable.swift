/// A value that can be sent to the server, in binary and with its type.
public protocol PostgresEncodable: PostgresElementEncodable {
    /// The type as which the value is sent.
    static var postgresType: PostgresType { get }

    /// Whether the value is NULL; then `encode` isn't called.
    var isPostgresNull: Bool { get }

    /// Appends the value's binary form, without length.
    func encode(into buffer: inout PostgresBuffer)
}

extension PostgresEncodable {
    /// Values are not NULL unless they say so.
    @inlinable public var isPostgresNull: Bool { false }

    /// The type of arrays of this type.
    public static var postgresArrayType: PostgresType { postgresType.arrayType }

    /// Appends an array of one dimension (PostgreSQL's `array_send`).
    @inlinable
    public static func encodeArray(_ values: [Self], into buffer: inout PostgresBuffer) {
        let hasNull = values.contains { $0.isPostgresNull }
        buffer.append(integer: Int32(values.isEmpty ? 0 : 1))
        buffer.append(integer: Int32(hasNull ? 1 : 0))
        buffer.append(integer: postgresType.rawValue)
        guard !values.isEmpty else { return }
        buffer.append(integer: Int32(truncatingIfNeeded: values.count))
        buffer.append(integer: Int32(1))
        for value in values {
            buffer.append(field: value)
        }
    }
}

/// What can be sent as the element of a Swift array.
///
/// Every encodable type is one; `UInt8` is one too, although not encodable alone, since `[UInt8]` goes as `bytea`.
public protocol PostgresElementEncodable: SendableMetatype {
    /// The type as which an array of these is sent.
    static var postgresArrayType: PostgresType { get }

    /// Appends the binary form of an array of these.
    static func encodeArray(_ values: [Self], into buffer: inout PostgresBuffer)
}

extension Array: PostgresEncodable, PostgresElementEncodable where Element: PostgresElementEncodable {
    /// The element's array type; `bytea` for bytes.
    @inlinable public static var postgresType: PostgresType { Element.postgresArrayType }

    /// Appends the array's binary form.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        Element.encodeArray(self, into: &buffer)
    }
}

extension Optional: PostgresEncodable, PostgresElementEncodable where Wrapped: PostgresEncodable {
    /// The wrapped value's type.
    @inlinable public static var postgresType: PostgresType { Wrapped.postgresType }

    /// Whether there is no value.
    @inlinable public var isPostgresNull: Bool { self?.isPostgresNull ?? true }

    /// Appends the wrapped value.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        self?.encode(into: &buffer)
    }
}
