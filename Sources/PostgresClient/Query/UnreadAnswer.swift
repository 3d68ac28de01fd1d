internal import Synchronization

/// An answer that is read bit by bit: rows that stream, or a COPY.
///
/// Until it is read to its end, or abandoned, the connection takes no other statement.
@usableFromInline
final class UnreadAnswer: Sendable {
    enum Kind: Sendable {
        case rows
        case copyOut
        case copyIn
    }

    let kind: Kind
    let sql: String
    private let abandoned = Atomic<Bool>(false)
    private let progress = Mutex(Progress())

    private struct Progress {
        var header: RowHeader?
        var failure: PostgresError?
    }

    init(kind: Kind, sql: String) {
        self.kind = kind
        self.sql = sql
    }

    var isAbandoned: Bool { abandoned.load(ordering: .acquiring) }

    /// Nobody will read on; the connection's next statement discards the rest first.
    func abandon() {
        abandoned.store(true, ordering: .releasing)
    }

    /// The columns, read from the first row's result and shared by all the others.
    func header(of result: ResultHandle) -> RowHeader {
        progress.withLock { progress in
            if let header = progress.header { return header }
            let header = RowHeader(columns: result.columns(), sql: sql)
            progress.header = header
            return header
        }
    }

    /// Keeps an error until the rows before it have been read.
    func postpone(_ failure: PostgresError) {
        progress.withLock { $0.failure = failure }
    }

    /// The error that was kept, once.
    func takeFailure() -> PostgresError? {
        progress.withLock { progress in
            defer { progress.failure = nil }
            return progress.failure
        }
    }
}
