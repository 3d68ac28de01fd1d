/// The form in which COPY carries rows.
public enum CopyFormat: Sendable, Hashable {
    /// PostgreSQL's own text form: tabs between columns, backslash escapes.
    case text
    /// Comma-separated values.
    case csv(header: Bool = false)
    /// Binary, as ``PostgresCopyWriter/write(row:)`` makes it.
    case binary

    var options: String {
        switch self {
        case .text: "(FORMAT text)"
        case .csv(let header): header ? "(FORMAT csv, HEADER true)" : "(FORMAT csv)"
        case .binary: "(FORMAT binary)"
        }
    }
}

/// A table, by its name and perhaps its schema: `"household"`, `.init("household", schema: "gasworks")`.
public struct PostgresTable: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The schema; nil to follow `search_path`.
    public var schema: String?
    /// The table's name.
    public var name: String

    /// Names a table.
    public init(_ name: String, schema: String? = nil) {
        self.name = name
        self.schema = schema
    }

    /// Names a table, or `schema.table`.
    public init(stringLiteral value: String) {
        let parts = value.split(separator: ".", maxSplits: 1)
        self.init(String(parts.last ?? ""), schema: parts.count > 1 ? String(parts[0]) : nil)
    }

    /// The name as SQL, quoted.
    var sql: String {
        (schema.map { quoted(identifier: $0) + "." } ?? "") + quoted(identifier: name)
    }
}
