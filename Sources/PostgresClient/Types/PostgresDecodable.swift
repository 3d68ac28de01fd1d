/// One value of a result in PostgreSQL's binary form.
///
/// Valid only during the call that receives it.
@frozen
public struct PostgresCell {
    /// The value's bytes.
    public let bytes: UnsafeRawBufferPointer
    /// The column's (or element's) type.
    public let type: PostgresType

    /// Makes a cell over bytes that outlive it.
    @inlinable
    public init(bytes: UnsafeRawBufferPointer, type: PostgresType) {
        self.bytes = bytes
        self.type = type
    }

    /// The cell as one big-endian integer of exactly this width.
    @inlinable
    public func integer<Integer: FixedWidthInteger>(_: Integer.Type) throws(PostgresMismatch) -> Integer {
        guard bytes.count == MemoryLayout<Integer>.size else { throw .length(bytes.count) }
        return Integer(bigEndian: bytes.loadUnaligned(as: Integer.self))
    }

    /// The type must be this one.
    @inlinable
    public func expect(_ expected: PostgresType) throws(PostgresMismatch) {
        guard type == expected else { throw .type }
    }
}

/// A value that can be read from a result.
public protocol PostgresDecodable: PostgresElementDecodable {
    /// What NULL is read as; nil (the default) when NULL is an error.
    static var postgresNull: Self? { get }

    /// Reads the value from its binary form.
    init(postgresCell cell: PostgresCell) throws(PostgresMismatch)
}

extension PostgresDecodable {
    /// NULL is an error unless a type says otherwise.
    @inlinable public static var postgresNull: Self? { nil }

    /// Reads an array of one dimension (PostgreSQL's `array_send`).
    @inlinable
    public static func decodeArray(_ cell: PostgresCell) throws(PostgresMismatch) -> [Self] {
        var reader = ArrayReader(cell: cell)
        let count = try reader.header()
        var values: [Self] = []
        values.reserveCapacity(count)
        for _ in 0..<count {
            if let element = try reader.next() {
                values.append(try Self(postgresCell: element))
            } else if let null = postgresNull {
                values.append(null)
            } else {
                throw .null
            }
        }
        return values
    }
}

/// What can be read as the element of a Swift array; see ``PostgresElementEncodable``.
public protocol PostgresElementDecodable: SendableMetatype {
    /// Reads an array of these.
    static func decodeArray(_ cell: PostgresCell) throws(PostgresMismatch) -> [Self]
}

extension Array: PostgresDecodable, PostgresElementDecodable where Element: PostgresElementDecodable {
    /// Reads the array; `[UInt8]` from `bytea`.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        self = try Element.decodeArray(cell)
    }
}

extension Optional: PostgresDecodable, PostgresElementDecodable where Wrapped: PostgresDecodable {
    /// NULL is no value.
    @inlinable public static var postgresNull: Self? { .some(.none) }

    /// Reads the wrapped value.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        self = .some(try Wrapped(postgresCell: cell))
    }
}

/// Both ways.
public typealias PostgresCodable = PostgresEncodable & PostgresDecodable
