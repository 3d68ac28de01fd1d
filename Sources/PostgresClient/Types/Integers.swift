extension PostgresCell {
    /// An integer from any of PostgreSQL's integer types, if it fits.
    @inlinable
    func anyInteger<Integer: FixedWidthInteger>() throws(PostgresMismatch) -> Integer {
        let wide: Int64
        switch type {
        case .int8: wide = try integer(Int64.self)
        case .int4: wide = Int64(try integer(Int32.self))
        case .int2: wide = Int64(try integer(Int16.self))
        case .oid: wide = Int64(try integer(UInt32.self))
        default: throw .type
        }
        guard let value = Integer(exactly: wide) else { throw .range }
        return value
    }
}

extension Int16: PostgresCodable {
    /// The type `smallint`.
    @inlinable public static var postgresType: PostgresType { .int2 }

    /// Appends two bytes.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: self)
    }

    /// Reads any integer that fits.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        self = try cell.anyInteger()
    }
}

extension Int32: PostgresCodable {
    /// The type `integer`.
    @inlinable public static var postgresType: PostgresType { .int4 }

    /// Appends four bytes.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: self)
    }

    /// Reads any integer that fits.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        self = try cell.anyInteger()
    }
}

extension Int64: PostgresCodable {
    /// The type `bigint`.
    @inlinable public static var postgresType: PostgresType { .int8 }

    /// Appends eight bytes.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: self)
    }

    /// Reads any integer.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        self = try cell.anyInteger()
    }
}

extension Int: PostgresCodable {
    /// `bigint`; a function that takes `integer` wants an `Int32`, or a cast.
    @inlinable public static var postgresType: PostgresType { .int8 }

    /// Appends eight bytes.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: Int64(self))
    }

    /// Reads any integer.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        self = try cell.anyInteger()
    }
}
