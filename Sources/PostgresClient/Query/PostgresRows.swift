/// All rows of one statement, held in memory.
public struct PostgresRows: Sendable, RandomAccessCollection {
    let result: ResultHandle
    let header: RowHeader

    init(result: ResultHandle, sql: String) {
        self.result = result
        header = RowHeader(columns: result.columns(), sql: sql)
        endIndex = result.rowCount
    }

    /// The columns.
    public var columns: [PostgresColumn] { header.columns }
    /// Rows the statement inserted, updated, deleted or selected.
    public var affectedRows: Int { result.affectedRows }
    /// The server's word for what was done, for example `UPDATE 3`.
    public var commandTag: String { result.commandTag }

    /// Zero.
    public var startIndex: Int { 0 }
    /// The number of rows.
    public let endIndex: Int

    /// The row at this place.
    public subscript(position: Int) -> PostgresRow {
        precondition(indices.contains(position), "row \(position) of \(count)")
        return PostgresRow(result: result, index: Int32(truncatingIfNeeded: position), header: header)
    }

    /// Decodes all rows: `for (id, name) in try rows.decode((Int.self, String.self))`.
    public func decode<each Value: PostgresDecodable>(
        _ types: (repeat (each Value).Type)
    ) throws(PostgresError) -> [(repeat each Value)] {
        var decoded: [(repeat each Value)] = []
        decoded.reserveCapacity(count)
        for row in self {
            decoded.append(try row.decode((repeat (each Value).self)))
        }
        return decoded
    }
}
