internal import CLibPQ

/// A column of a result.
public struct PostgresColumn: Sendable, Hashable {
    /// The name, as the query gave it.
    public var name: String
    /// The type.
    public var type: PostgresType
    /// Whether the values came in binary; those of a simple query come as text and cannot be decoded.
    public var isBinary: Bool
}

/// What all rows of one result share.
@usableFromInline
final class RowHeader: Sendable {
    @usableFromInline let columns: [PostgresColumn]
    @usableFromInline let sql: String

    init(columns: [PostgresColumn], sql: String) {
        self.columns = columns
        self.sql = sql
    }
}

/// One row of a result; its values stay in libpq's memory until they are decoded.
public struct PostgresRow: Sendable {
    @usableFromInline let result: ResultHandle
    @usableFromInline let index: Int32
    @usableFromInline let header: RowHeader

    @usableFromInline
    init(result: ResultHandle, index: Int32, header: RowHeader) {
        self.result = result
        self.index = index
        self.header = header
    }

    /// The columns.
    public var columns: [PostgresColumn] { header.columns }

    /// Decodes the whole row: `let (id, name) = try row.decode((Int.self, String.self))`.
    ///
    /// - Throws: ``PostgresError/decoding(_:)``, also when the row has another number of columns.
    @inlinable
    public func decode<each Value: PostgresDecodable>(
        _ types: (repeat (each Value).Type)
    ) throws(PostgresError) -> (repeat each Value) {
        var cursor = RowCursor(row: self)
        let values = (repeat try cursor.next((each Value).self))
        try cursor.finish(types: (repeat (each Value)).self)
        return values
    }

    /// Decodes the value of the column with this name.
    ///
    /// - Complexity: linear in the number of columns.
    public subscript<Value: PostgresDecodable>(_ name: String, as type: Value.Type = Value.self) -> Value {
        get throws(PostgresError) {
            guard let column = header.columns.firstIndex(where: { $0.name == name }) else {
                throw failure(column: -1, name: name, expected: "\(Value.self)", .noSuchColumn)
            }
            return try decode(column: column)
        }
    }

    /// Decodes the value of the column at this place, from 0.
    @inlinable
    public subscript<Value: PostgresDecodable>(_ column: Int, as type: Value.Type = Value.self) -> Value {
        get throws(PostgresError) { try decode(column: column) }
    }

    @inlinable
    func decode<Value: PostgresDecodable>(column: Int) throws(PostgresError) -> Value {
        guard header.columns.indices.contains(column) else {
            throw failure(column: column, name: "", expected: "\(Value.self)", .noSuchColumn)
        }
        do throws(PostgresMismatch) {
            guard let cell = cell(at: column) else {
                guard let null = Value.postgresNull else { throw PostgresMismatch.null }
                return null
            }
            guard header.columns[column].isBinary else { throw PostgresMismatch.invalid("the value came as text") }
            return try Value(postgresCell: cell)
        } catch {
            throw failure(
                column: column, name: header.columns[column].name, expected: "\(Value.self)", error)
        }
    }

    /// The bytes of a value; nil for NULL.
    @usableFromInline
    func cell(at column: Int) -> PostgresCell? {
        let place = Int32(truncatingIfNeeded: column)
        guard PQgetisnull(result.pointer, index, place) == 0 else { return nil }
        let length = PQgetlength(result.pointer, index, place)
        let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result.pointer, index, place), count: Int(length))
        return PostgresCell(bytes: bytes, type: header.columns[column].type)
    }

    @usableFromInline
    func failure(column: Int, name: String, expected: String, _ mismatch: PostgresMismatch) -> PostgresError {
        .decoding(
            DecodingFailure(
                column: name, index: column, expected: expected,
                actual: header.columns.indices.contains(column) ? header.columns[column].type : .unspecified,
                mismatch: mismatch, sql: header.sql))
    }
}

/// Takes a row's values one after another.
@usableFromInline
struct RowCursor {
    @usableFromInline let row: PostgresRow
    @usableFromInline var column = 0

    @inlinable
    init(row: PostgresRow) {
        self.row = row
    }

    @inlinable
    mutating func next<Value: PostgresDecodable>(_: Value.Type) throws(PostgresError) -> Value {
        defer { column += 1 }
        return try row.decode(column: column)
    }

    @inlinable
    func finish(types: Any.Type) throws(PostgresError) {
        guard column == row.header.columns.count else {
            throw row.failure(column: column, name: "", expected: "\(types)", .columnCount(expected: column))
        }
    }
}
