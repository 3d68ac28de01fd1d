extension Bool: PostgresCodable {
    /// The type `boolean`.
    @inlinable public static var postgresType: PostgresType { .bool }

    /// Appends one byte.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: UInt8(self ? 1 : 0))
    }

    /// Reads `boolean`.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        try cell.expect(.bool)
        self = try cell.integer(UInt8.self) != 0
    }
}

extension Double: PostgresCodable {
    /// The type `double precision`.
    @inlinable public static var postgresType: PostgresType { .float8 }

    /// Appends eight bytes.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: bitPattern)
    }

    /// Reads `double precision` or `real`; `numeric` wants a cast, for it may not fit.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        switch cell.type {
        case .float8: self.init(bitPattern: try cell.integer(UInt64.self))
        case .float4: self.init(Float(bitPattern: try cell.integer(UInt32.self)))
        default: throw .type
        }
    }
}

extension Float: PostgresCodable {
    /// The type `real`.
    @inlinable public static var postgresType: PostgresType { .float4 }

    /// Appends four bytes.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: bitPattern)
    }

    /// Reads `real`.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        try cell.expect(.float4)
        self.init(bitPattern: try cell.integer(UInt32.self))
    }
}

extension UInt8: PostgresElementEncodable, PostgresElementDecodable {
    /// The type `bytea`.
    @inlinable public static var postgresArrayType: PostgresType { .bytea }

    /// Appends the bytes as they are.
    @inlinable
    public static func encodeArray(_ values: [UInt8], into buffer: inout PostgresBuffer) {
        buffer.append(contentsOf: values)
    }

    /// Reads `bytea`.
    @inlinable
    public static func decodeArray(_ cell: PostgresCell) throws(PostgresMismatch) -> [UInt8] {
        try cell.expect(.bytea)
        return [UInt8](cell.bytes)
    }
}
