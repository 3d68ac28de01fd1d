/// A domain type that travels as another type which PostgreSQL knows: an account number as `String`, a calendar date as
/// ``PostgresDate``.
///
/// ```swift
/// extension CalendarDate: PostgresRepresentable {
///     var postgresRepresentation: PostgresDate { … }
///     init(postgresRepresentation: PostgresDate) throws { … }
/// }
/// ```
public protocol PostgresRepresentable: PostgresEncodable, PostgresDecodable {
    /// The type that travels.
    associatedtype PostgresRepresentation: PostgresEncodable & PostgresDecodable

    /// The value as it travels.
    var postgresRepresentation: PostgresRepresentation { get }

    /// Makes the value, or throws when what came is none.
    init(postgresRepresentation: PostgresRepresentation) throws
}

extension PostgresRepresentable {
    /// The representation's type.
    @inlinable public static var postgresType: PostgresType { PostgresRepresentation.postgresType }

    /// Whether the representation is NULL.
    @inlinable public var isPostgresNull: Bool { postgresRepresentation.isPostgresNull }

    /// Appends the representation.
    @inlinable
    public func encode(into buffer: inout PostgresBuffer) {
        postgresRepresentation.encode(into: &buffer)
    }

    /// Reads the representation and makes the value of it.
    @inlinable
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        let representation = try PostgresRepresentation(postgresCell: cell)
        do {
            self = try Self(postgresRepresentation: representation)
        } catch {
            // The error may quote the value: its type is told, its text is not.
            throw .invalid("refused by \(Self.self) with \(type(of: error))")
        }
    }
}

extension PostgresRepresentable where Self: RawRepresentable, RawValue: PostgresEncodable & PostgresDecodable {
    /// The raw value.
    @inlinable public var postgresRepresentation: RawValue { rawValue }

    /// Makes the value of its raw value.
    @inlinable
    public init(postgresRepresentation: RawValue) throws {
        guard let value = Self(rawValue: postgresRepresentation) else {
            throw PostgresMismatch.invalid("no such \(Self.self)")
        }
        self = value
    }
}
