internal import CLibPQ
internal import Glibc

/// One request and its answers on a connection: waits for the socket, heeds deadline and cancellation.
///
/// Lives on the connection's thread and blocks it. After an interruption the server gets a short grace to answer the
/// cancel request; when it does not, the connection is given up rather than the caller kept waiting.
struct Exchange {
    enum Interruption {
        case cancelled
        case timeout(Duration)

        var error: PostgresError {
            switch self {
            case .cancelled: .cancelled
            case .timeout(let duration): .timeout(duration)
            }
        }
    }

    /// How long the server may take to answer a cancel request.
    static let grace = Duration.seconds(10)

    /// After how long a cancel request without effect is repeated.
    static let repetition = Duration.milliseconds(100)

    let handle: LibPQHandle
    let thread: ConnectionThread
    let flag: CancellationFlag?
    let timeout: Duration?
    private(set) var interruption: Interruption?
    private var deadline: ContinuousClock.Instant?
    private var request: CancelRequest?
    private var repeatAt: ContinuousClock.Instant?

    init(handle: LibPQHandle, thread: ConnectionThread, flag: CancellationFlag?, timeout: Duration?) {
        self.handle = handle
        self.thread = thread
        self.flag = flag
        self.timeout = timeout
        deadline = timeout.map { ContinuousClock.now + $0 }
    }

    /// Sends all that libpq has queued, reading what comes meanwhile so that neither side blocks the other.
    mutating func flush() throws(PostgresError) {
        while true {
            switch PQflush(handle.pointer) {
            case 0: return
            case 1:
                try wait(for: POLLIN | POLLOUT)
                try consume()
            default: throw lost()
            }
        }
    }

    /// The next result of the request, nil after the last one.
    mutating func next() throws(PostgresError) -> ResultHandle? {
        while PQisBusy(handle.pointer) == 1 {
            try wait(for: POLLIN)
            try consume()
        }
        return PQgetResult(handle.pointer).map { ResultHandle(adopting: $0) }
    }

    /// Waits until a cancel request that was sent has arrived, so that it cannot strike what comes next.
    mutating func settle() throws(PostgresError) {
        while let request, !request.isDone {
            _ = try sleep(socket: -1, events: 0)
        }
    }

    /// Waits for the socket or until the exchange is interrupted.
    mutating func wait(for events: Int32) throws(PostgresError) {
        while true {
            interruptIfDue()
            if try sleep(socket: handle.socket, events: events) { return }
        }
    }

    /// Reads what has arrived.
    func consume() throws(PostgresError) {
        guard PQconsumeInput(handle.pointer) == 1 else { throw lost() }
    }

    /// The connection is gone; what libpq says about it.
    func lost() -> PostgresError {
        // The server may have said why before it hung up: FATAL 57P01 and the like arrive as a last result.
        while let result = PQgetResult(handle.pointer).map({ ResultHandle(adopting: $0) }) {
            if result.isError, PQresultErrorField(result.pointer, Int32(UnicodeScalar("C").value)) != nil {
                return .connectionLost(
                    reason: handle.message, server: ServerError(result: result.pointer, sql: nil))
            }
            if isCopy(result.status) || handle.isBroken == false { break }
        }
        return .connectionLost(reason: handle.message, server: handle.farewell)
    }

    private mutating func interruptIfDue() {
        guard interruption == nil else { return repeatRequestIfDue() }
        if flag?.isSet == true {
            interruption = .cancelled
        } else if let timeout, let deadline, ContinuousClock.now >= deadline {
            interruption = .timeout(timeout)
        } else {
            return
        }
        request = CancelRequest(handle: handle, thread: thread)
        deadline = ContinuousClock.now + Self.grace
        repeatAt = ContinuousClock.now + Self.repetition
    }

    /// Cancels again: a request that overtook its statement found the server idle and was ignored.
    private mutating func repeatRequestIfDue() {
        guard let due = repeatAt, ContinuousClock.now >= due, request?.isDone != false else { return }
        request = CancelRequest(handle: handle, thread: thread)
        repeatAt = ContinuousClock.now + Self.repetition
    }

    /// Sleeps until the socket is ready, the deadline, or a wake.
    private func sleep(socket: Int32, events: Int32) throws(PostgresError) -> Bool {
        var milliseconds = deadline.map { $0.millisecondsLeft } ?? -1
        if interruption != nil {
            guard milliseconds > 0 else {
                throw .connectionLost(reason: "no answer to a cancel request", server: nil)
            }
            milliseconds = min(milliseconds, 50)
        }
        return thread.wait(socket: socket, events: events, milliseconds: milliseconds)
    }
}

/// Whether a result announces COPY data.
func isCopy(_ status: ExecStatusType) -> Bool {
    status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH
}

extension ContinuousClock.Instant {
    /// Milliseconds until this instant, rounded up, at least 0.
    var millisecondsLeft: Int32 {
        let left = ContinuousClock.now.duration(to: self)
        guard left > .zero else { return 0 }
        let (seconds, attoseconds) = left.components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

extension Exchange {
    /// The next row of a COPY out, nil at its end (then results follow).
    ///
    /// - Parameter orNothing: whether to answer an empty row rather than wait for one.
    /// - Returns: libpq's memory, which the caller frees.
    /// - Throws: when the connection is lost.
    mutating func copyData(orNothing: Bool = false) throws(PostgresError) -> UnsafeBufferPointer<CChar>? {
        var buffer: UnsafeMutablePointer<CChar>?
        var isLastLook = false
        while true {
            let length = PQgetCopyData(handle.pointer, &buffer, 1)
            if length > 0, let buffer {
                return UnsafeBufferPointer(start: buffer, count: Int(length))
            }
            guard length == 0 else { return nil }
            if orNothing {
                guard !isLastLook else { return UnsafeBufferPointer(start: nil, count: 0) }
                isLastLook = true
            } else {
                try wait(for: POLLIN)
            }
            try consume()
        }
    }

    /// Takes the rest of a COPY out from libpq and throws it away.
    mutating func discardCopyData() throws(PostgresError) {
        while let row = try copyData() {
            PQfreemem(UnsafeMutablePointer(mutating: row.baseAddress))
        }
    }
}
