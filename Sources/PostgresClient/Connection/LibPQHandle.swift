internal import CLibPQ
internal import Logging
internal import Synchronization

/// Counts of libpq's objects alive, by which tests show that nothing leaks.
enum LiveObjects {
    static let handles = Atomic<Int>(0)
    static let results = Atomic<Int>(0)
}

/// Owns one `PGconn`.
///
/// `deinit` is the only place in which a connection is finished, so it happens once.
///
/// Unchecked, because only the connection's own thread uses the pointer: the actor that holds this object runs there,
/// and hands its last reference to the thread when it ends.
final class LibPQHandle: @unchecked Sendable {
    let pointer: OpaquePointer
    private let notices: Unmanaged<NoticeSink>

    init(adopting pointer: OpaquePointer, logger: Logger) {
        self.pointer = pointer
        notices = Unmanaged.passRetained(NoticeSink(logger: logger))
        LiveObjects.handles.add(1, ordering: .relaxed)
        PQsetNoticeReceiver(
            pointer,
            { context, result in
                guard let context, let result else { return }
                Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue().receive(result)
            }, notices.toOpaque())
    }

    deinit {
        PQfinish(pointer)
        notices.release()
        LiveObjects.handles.subtract(1, ordering: .relaxed)
    }

    /// Why the server ended the session, when it said so while no statement was running.
    ///
    /// Such words come as a notice, or, when they cross with a statement being sent, only within libpq's message:
    /// `FATAL:  57P01: terminating connection …`.
    var farewell: ServerError? {
        notices.takeUnretainedValue().farewell ?? ServerError(fatalIn: String(cString: PQerrorMessage(pointer)))
    }

    var socket: Int32 { PQsocket(pointer) }

    var isBroken: Bool { PQstatus(pointer) == CONNECTION_BAD }

    /// libpq's last message on one line.
    var message: String { oneLine(String(cString: PQerrorMessage(pointer))) }
}

/// A message of several lines, as libpq writes them, on one line.
func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { line in
        line.drop(while: \.isWhitespace)
    }.joined(separator: "; ")
}

extension ServerError {
    /// The error in a message of libpq's verbose kind, if it tells of the session's end.
    init?(fatalIn text: String) {
        let start = "FATAL:  "
        guard let line = text.split(whereSeparator: \.isNewline).first(where: { $0.hasPrefix(start) }) else {
            return nil
        }
        let parts = line.dropFirst(start.count).split(separator: ": ", maxSplits: 1)
        guard parts.count == 2, parts[0].utf8.count == 5 else { return nil }
        self.init(sqlState: SQLState(rawValue: String(parts[0])), severity: "FATAL", message: String(parts[1]))
    }
}
