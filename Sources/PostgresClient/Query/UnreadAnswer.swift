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

    init(kind: Kind, sql: String) {
        self.kind = kind
        self.sql = sql
    }

    var isAbandoned: Bool { abandoned.load(ordering: .acquiring) }

    /// Nobody will read on; the connection's next statement discards the rest first.
    func abandon() {
        abandoned.store(true, ordering: .releasing)
    }
}
