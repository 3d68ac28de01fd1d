internal import CLibPQ
internal import Synchronization

/// Owns one `PGresult`; `deinit` is the only place in which a result is cleared.
///
/// Unchecked, because a result is immutable once libpq has handed it out, and may be read from any thread
/// (libpq manual, "Behavior in Threaded Programs").
@usableFromInline
final class ResultHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    init(adopting pointer: OpaquePointer) {
        self.pointer = pointer
        LiveObjects.results.add(1, ordering: .relaxed)
    }

    deinit {
        PQclear(pointer)
        LiveObjects.results.subtract(1, ordering: .relaxed)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var rowCount: Int { Int(PQntuples(pointer)) }

    /// The command tag, for example `INSERT 0 1`.
    var commandTag: String { String(cString: PQcmdStatus(pointer)) }

    /// Rows the statement touched; 0 for statements that touch none.
    var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    var isError: Bool {
        status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_NONFATAL_ERROR
    }

    func columns() -> [PostgresColumn] {
        (0..<PQnfields(pointer)).map { index in
            PostgresColumn(
                name: String(cString: PQfname(pointer, index)),
                type: PostgresType(rawValue: PQftype(pointer, index)),
                isBinary: PQfformat(pointer, index) == 1)
        }
    }
}

extension ServerError {
    /// Reads all the fields of an error or a notice.
    init(result: OpaquePointer, sql: String?) {
        func field(_ code: UnicodeScalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        self.init(
            sqlState: SQLState(rawValue: field("C") ?? "XX000"),
            severity: field("V") ?? field("S") ?? "ERROR",
            message: field("M") ?? oneLine(String(cString: PQresultErrorMessage(result))))
        detail = field("D")
        hint = field("H")
        position = field("P").flatMap { Int($0) }
        internalPosition = field("p").flatMap { Int($0) }
        internalQuery = field("q")
        context = field("W")
        schema = field("s")
        table = field("t")
        column = field("c")
        dataType = field("d")
        constraint = field("n")
        self.sql = sql
    }
}
