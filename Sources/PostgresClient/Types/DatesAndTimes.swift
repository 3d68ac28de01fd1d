/// A `date` as it travels: days since 1 January 2000.
public struct PostgresDate: PostgresCodable, Sendable, Hashable, Comparable {
    /// Days since 2000-01-01; the extremes of Int32 stand for the infinities.
    public var daysSince2000: Int32

    /// Makes a date from its days since 2000-01-01.
    @inlinable
    public init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    /// `infinity`, after all dates.
    public static let infinity = PostgresDate(daysSince2000: .max)
    /// `-infinity`, before all dates.
    public static let negativeInfinity = PostgresDate(daysSince2000: .min)

    /// Whether this is no day but one of the infinities.
    public var isInfinite: Bool { self == .infinity || self == .negativeInfinity }

    /// Earlier first.
    public static func < (left: Self, right: Self) -> Bool { left.daysSince2000 < right.daysSince2000 }

    /// The type `date`.
    @inlinable public static var postgresType: PostgresType { .date }

    /// Appends four bytes.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: daysSince2000)
    }

    /// Reads `date`.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        try cell.expect(.date)
        daysSince2000 = try cell.integer(Int32.self)
    }
}

/// A `timestamptz` as it travels: microseconds since the year 2000 began in UTC.
public struct PostgresTimestamp: PostgresCodable, Sendable, Hashable, Comparable {
    /// Microseconds since 2000-01-01T00:00Z; the extremes of Int64 stand for the infinities.
    public var microsecondsSince2000: Int64

    /// Seconds from 1970-01-01T00:00Z to 2000-01-01T00:00Z.
    public static let secondsFrom1970To2000: Int64 = 946_684_800

    /// Makes an instant from its microseconds since 2000.
    @inlinable
    public init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    /// `infinity`, after all instants.
    public static let infinity = PostgresTimestamp(microsecondsSince2000: .max)
    /// `-infinity`, before all instants.
    public static let negativeInfinity = PostgresTimestamp(microsecondsSince2000: .min)

    /// Whether this is no instant but one of the infinities.
    public var isInfinite: Bool { self == .infinity || self == .negativeInfinity }

    /// Earlier first.
    public static func < (left: Self, right: Self) -> Bool { left.microsecondsSince2000 < right.microsecondsSince2000 }

    /// The type `timestamptz`.
    @inlinable public static var postgresType: PostgresType { .timestamptz }

    /// Appends eight bytes.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        buffer.append(integer: microsecondsSince2000)
    }

    /// Reads `timestamptz`.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        try cell.expect(.timestamptz)
        microsecondsSince2000 = try cell.integer(Int64.self)
    }
}
