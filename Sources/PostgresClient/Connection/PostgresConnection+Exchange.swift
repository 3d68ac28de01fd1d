internal import CLibPQ

extension PostgresConnection {
    /// Runs one exchange with the server on the connection's thread, heeding the task's cancellation.
    func perform<Answer>(
        timeout: Duration? = nil, resuming answer: UnreadAnswer? = nil,
        _ body: (inout Exchange) throws(PostgresError) -> Answer
    ) async throws -> Answer {
        let flag = CancellationFlag()
        let thread = thread
        return try await withTaskCancellationHandler {
            try performNow(flag: flag, timeout: timeout, resuming: answer, body)
        } onCancel: {
            flag.set()
            thread.wake()
        }
    }

    /// Runs one exchange.
    ///
    /// An answer that is read bit by bit is resumed by the one who reads it; anybody else is told that the connection
    /// is busy.
    func performNow<Answer>(
        flag: CancellationFlag?, timeout: Duration?, resuming answer: UnreadAnswer? = nil,
        _ body: (inout Exchange) throws(PostgresError) -> Answer
    ) throws(PostgresError) -> Answer {
        let handle: LibPQHandle
        if let answer {
            guard let own = self.handle else { throw breakage ?? .closed }
            guard reading === answer else { throw .protocolViolation("the answer has been read to its end already") }
            handle = own
        } else {
            handle = try ready()
            guard flag?.isSet != true else { throw .cancelled }
        }
        var exchange = Exchange(
            handle: handle, thread: thread, flag: flag, timeout: timeout ?? configuration.statementTimeout)
        let outcome: Result<Answer, PostgresError>
        do throws(PostgresError) {
            outcome = .success(try body(&exchange))
        } catch {
            outcome = .failure(error)
        }
        return try conclude(exchange, outcome)
    }

    private func conclude<Answer>(
        _ exchange: Exchange, _ outcome: Result<Answer, PostgresError>
    ) throws(PostgresError) -> Answer {
        var exchange = exchange
        do throws(PostgresError) {
            try exchange.settle()
            deliverNotifications()
            return try outcome.get()
        } catch {
            if case .connectionLost = error {
                breakDown(because: error)
                throw exchange.interruption?.error ?? error
            }
            if let interruption = exchange.interruption, error.sqlState == .queryCanceled {
                throw interruption.error
            }
            throw error
        }
    }

    /// All results of what was sent, in order.
    ///
    /// Reads to the end even when one is an error, so that the connection is usable afterwards; then throws the first
    /// error. `first` is a result that has been taken already.
    func collect(
        _ exchange: inout Exchange, first: ResultHandle? = nil, sql: String
    ) throws(PostgresError) -> [ResultHandle] {
        try exchange.flush()
        var results: [ResultHandle] = []
        var failure: PostgresError?
        var upcoming = if let first { first } else { try exchange.next() }
        while let result = upcoming {
            if result.isError {
                failure = failure ?? .server(ServerError(result: result.pointer, sql: sql))
            } else if isCopy(result.status) {
                try refuseCopy(&exchange, status: result.status)
                failure = failure ?? .protocolViolation("COPY goes by copyIn and copyOut, not as a query")
            } else {
                results.append(result)
            }
            if exchange.handle.isBroken { break }
            upcoming = try exchange.next()
        }
        if exchange.handle.isBroken {
            throw .connectionLost(reason: exchange.handle.message, server: failure?.server ?? exchange.handle.farewell)
        }
        if let failure { throw failure }
        return results
    }

    /// Ends a COPY that nobody asked for in the proper way.
    private func refuseCopy(_ exchange: inout Exchange, status: ExecStatusType) throws(PostgresError) {
        if status == PGRES_COPY_IN {
            PQputCopyEnd(exchange.handle.pointer, "COPY goes by copyIn")
            try exchange.flush()
        } else {
            try exchange.discardCopyData()
        }
    }

    /// Reads the rest of an answer that its reader has abandoned.
    func discard(_ answer: UnreadAnswer) throws(PostgresError) {
        let flag = CancellationFlag()
        // Whatever is left to send would be thrown away: better that the server stops.
        flag.set()
        do throws(PostgresError) {
            try performNow(flag: flag, timeout: nil, resuming: answer) { exchange throws(PostgresError) in
                switch answer.kind {
                case .copyIn:
                    PQputCopyEnd(exchange.handle.pointer, "abandoned")
                    try exchange.flush()
                case .copyOut:
                    try exchange.discardCopyData()
                case .rows: break
                }
                while try exchange.next() != nil {}
            }
        } catch {
            reading = nil
            switch error {
            case .server, .cancelled: return
            default: throw error
            }
        }
        reading = nil
    }

    /// Hands out the notifications that came along.
    func deliverNotifications() {
        guard let handle else { return }
        while let notify = PQnotifies(handle.pointer) {
            defer { PQfreemem(notify) }
            guard let channel = notify.pointee.relname, let payload = notify.pointee.extra else { continue }
            subscriptions.deliver(
                PostgresNotification(
                    channel: String(cString: channel), payload: String(cString: payload),
                    processID: Int(notify.pointee.be_pid)))
        }
    }
}
