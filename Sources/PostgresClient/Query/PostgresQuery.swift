/// A statement with its values: every hole of the literal becomes a bound `$n`, so injection cannot be written.
///
/// ```swift
/// let query: PostgresQuery = "SELECT name FROM household WHERE district_id = \(district)"
/// ```
/// Other queries may be put into a hole, their values come along. SQL that is made at run time is spelled
/// `\(unsafeSQL: …)`, names of tables and columns `\(identifier: …)`.
public struct PostgresQuery: Sendable {
    /// The SQL with `$1`, `$2`, … in place of the values.
    public let sql: String
    /// The values.
    public let bindings: PostgresBindings
    /// The SQL between the values: always one piece more than there are values.
    let pieces: [String]

    /// Makes a query of raw SQL.
    ///
    /// The caller vouches for it.
    public init(unsafeSQL sql: String, bindings: PostgresBindings = PostgresBindings()) {
        self.sql = sql
        self.bindings = bindings
        pieces = [sql]
    }

    init(pieces: [String], bindings: PostgresBindings) {
        var sql = pieces[0]
        for (index, piece) in pieces.dropFirst().enumerated() {
            sql += "$\(index + 1)"
            sql += piece
        }
        self.sql = sql
        self.bindings = bindings
        self.pieces = pieces
    }
}

extension PostgresQuery: ExpressibleByStringInterpolation {
    /// A query without values.
    public init(stringLiteral value: String) {
        self.init(unsafeSQL: value)
    }

    /// A query with values in its holes.
    public init(stringInterpolation: Interpolation) {
        self.init(pieces: stringInterpolation.pieces, bindings: stringInterpolation.bindings)
    }

    /// Gathers the pieces and the values of an interpolated literal.
    public struct Interpolation: StringInterpolationProtocol {
        var pieces: [String] = [""]
        var bindings = PostgresBindings()

        /// Starts gathering.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount + 1)
            pieces[0].reserveCapacity(literalCapacity)
        }

        /// Appends SQL from the literal.
        public mutating func appendLiteral(_ literal: String) {
            pieces[pieces.count - 1] += literal
        }

        /// Binds a value.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
            bindings.append(value)
            pieces.append("")
        }

        /// Binds a value that may be NULL.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            bindings.append(value)
            pieces.append("")
        }

        /// Puts a query, with its values, into this one.
        ///
        /// It must have been written as a literal if it has values.
        public mutating func appendInterpolation(_ query: PostgresQuery) {
            precondition(
                query.pieces.count == query.bindings.count + 1, "a query of unsafe SQL with values cannot be embedded")
            pieces[pieces.count - 1] += query.pieces[0]
            pieces += query.pieces.dropFirst()
            bindings.append(contentsOf: query.bindings)
        }

        /// Appends SQL made at run time, as it is.
        ///
        /// The caller vouches for it.
        public mutating func appendInterpolation(unsafeSQL sql: String) {
            pieces[pieces.count - 1] += sql
        }

        /// Appends the name of a table, a column or another object, quoted.
        public mutating func appendInterpolation(identifier: String) {
            pieces[pieces.count - 1] += quoted(identifier: identifier)
        }
    }
}

extension PostgresQuery: CustomStringConvertible {
    /// The SQL; the values are not shown.
    public var description: String { sql }
}

/// An identifier in double quotes, with those in it doubled.
///
/// A NUL, at which libpq would cut the SQL, is left out.
func quoted(identifier: String) -> String {
    var quoted = "\""
    for scalar in identifier.unicodeScalars where scalar != "\0" {
        if scalar == "\"" { quoted.unicodeScalars.append("\"") }
        quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
}
