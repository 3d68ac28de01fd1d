internal import CLibPQ
internal import Glibc
internal import Logging

/// The steps from settings to a session, within the time for connecting.
struct Connecting {
    let configuration: PostgresConfiguration
    let thread: ConnectionThread
    let flag: CancellationFlag
    let logger: Logger

    func run() throws(PostgresError) -> LibPQHandle {
        guard !flag.isSet else { throw .cancelled }
        let deadline = ContinuousClock.now + configuration.connectTimeout
        let handle = try start()
        while true {
            let events: Int32
            switch PQconnectPoll(handle.pointer) {
            case PGRES_POLLING_OK:
                PQsetnonblocking(handle.pointer, 1)
                // With the SQLSTATE in the text, it survives where libpq keeps nothing but text: see `farewell`.
                PQsetErrorVerbosity(handle.pointer, PQERRORS_VERBOSE)
                return handle
            case PGRES_POLLING_READING: events = POLLIN
            case PGRES_POLLING_WRITING: events = POLLOUT
            default: throw failure(of: handle)
            }
            while !thread.wait(socket: handle.socket, events: events, milliseconds: deadline.millisecondsLeft) {
                guard !flag.isSet else { throw .cancelled }
                guard deadline.millisecondsLeft > 0 else { throw timedOut() }
            }
        }
    }

    private func start() throws(PostgresError) -> LibPQHandle {
        var parameters = configuration.parameters
        parameters.append(("client_encoding", "UTF8"))
        if configuration["application_name"] == nil {
            parameters.append(("fallback_application_name", "gasworks"))
        }
        let keywords = parameters.map { strdup($0.keyword) }
        let values = parameters.map { strdup($0.value) }
        defer { for text in keywords + values { free(text) } }
        let pointer = PQconnectStartParams(
            keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 0)
        guard let pointer else {
            throw .connectionFailed(
                ConnectionFailure(endpoint: configuration.description, reason: "out of memory"))
        }
        let handle = LibPQHandle(adopting: pointer, logger: logger)
        guard !handle.isBroken else { throw failure(of: handle) }
        return handle
    }

    private func failure(of handle: LibPQHandle) -> PostgresError {
        .connectionFailed(ConnectionFailure(endpoint: configuration.description, reason: handle.message))
    }

    private func timedOut() -> PostgresError {
        .connectionFailed(
            ConnectionFailure(
                endpoint: configuration.description, reason: "no answer within \(configuration.connectTimeout)",
                timedOut: true))
    }
}
