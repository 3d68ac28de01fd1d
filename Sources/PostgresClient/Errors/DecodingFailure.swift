/// Why a column's value could not be made into the Swift type asked for.
///
/// Holds no values, so it may be logged.
public struct DecodingFailure: Sendable, Equatable, CustomStringConvertible {
    /// The column's name in the result.
    public var column: String
    /// The column's place in the result, from 0.
    public var index: Int
    /// The Swift type asked for.
    public var expected: String
    /// The PostgreSQL type that came.
    public var actual: PostgresType
    /// What did not fit.
    public var mismatch: PostgresMismatch
    /// The SQL, with `$n` for its values.
    public var sql: String

    /// Column, types and SQL.
    public var description: String {
        "column \(index) (\"\(column)\") of type \(actual) cannot be read as \(expected): \(mismatch); in: \(sql)"
    }
}

/// What about a value did not fit the type asked for.
public enum PostgresMismatch: Error, Sendable, Equatable, CustomStringConvertible {
    /// The column has a type from which this Swift type is never made.
    case type
    /// The value is NULL, the Swift type is not optional.
    case null
    /// The value has the wrong number of bytes for its type.
    case length(Int)
    /// The value is outside what the Swift type can hold.
    case range
    /// The value is no instance of the Swift type; the text says which rule it breaks, never the value.
    case invalid(String)
    /// The result has no such column.
    case noSuchColumn
    /// The row has another number of columns.
    case columnCount(expected: Int)

    /// The mismatch in words.
    public var description: String {
        switch self {
        case .type: "the types do not correspond"
        case .null: "the value is NULL"
        case .length(let bytes): "a value of \(bytes) bytes has the wrong length"
        case .range: "the value is out of range"
        case .invalid(let rule): rule
        case .noSuchColumn: "there is no such column"
        case .columnCount(let expected): "the row does not have \(expected) columns"
        }
    }
}
