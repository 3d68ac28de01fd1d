internal import CLibPQ
public import Logging

/// One connection to a PostgreSQL server, through libpq.
///
/// The actor runs on a thread of its own, which alone touches libpq's handle: whatever a statement waits for, Swift's
/// cooperative threads do not. Statements are carried out one after another in the order of the calls. Work that spans
/// several statements (a transaction, a session setting) wants the connection to itself: take one from a
/// ``PostgresPool``.
public actor PostgresConnection {
    /// The settings with which it was made.
    public nonisolated let configuration: PostgresConfiguration
    nonisolated let thread: ConnectionThread
    nonisolated let logger: Logger
    private(set) var handle: LibPQHandle?
    var statements: StatementCache
    var reading: UnreadAnswer?
    var subscriptions = Subscriptions()
    /// Why the connection cannot be used any more, once it can't.
    private(set) var breakage: PostgresError?

    /// The connection's own thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Connects.
    ///
    /// - Throws: ``PostgresError/connectionFailed(_:)``.
    public static func connect(
        _ configuration: PostgresConfiguration, logger: Logger = Logger(label: "postgres")
    ) async throws -> PostgresConnection {
        let connection = try PostgresConnection(configuration: configuration, logger: logger)
        try await connection.open()
        return connection
    }

    private init(configuration: PostgresConfiguration, logger: Logger) throws(PostgresError) {
        self.configuration = configuration
        self.logger = logger
        statements = StatementCache(capacity: configuration.statementCacheSize)
        thread = try ConnectionThread()
    }

    deinit {
        // Work left in the thread's queue is none of ours any more: no reference to this actor is left.
        thread.stop(releasing: handle)
    }

    private func open() async throws {
        let flag = CancellationFlag()
        let thread = thread
        handle = try await withTaskCancellationHandler {
            try Connecting(configuration: configuration, thread: thread, flag: flag, logger: logger).run()
        } onCancel: {
            flag.set()
            thread.wake()
        }
    }

    /// Ends the session.
    ///
    /// Statements after this throw ``PostgresError/closed``; closing twice is harmless.
    public func close() {
        subscriptions.finish(throwing: nil)
        thread.watchWhenIdle(nil)
        reading = nil
        handle = nil
        breakage = breakage ?? .closed
    }

    /// Whether statements can still be sent, as far as is known without asking the server.
    public var isUsable: Bool { handle?.isBroken == false }

    /// Whether a transaction is open, failed or not.
    public var isInTransaction: Bool {
        guard let handle else { return false }
        let status = PQtransactionStatus(handle.pointer)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
    }

    /// The server's version, for example 150018 for 15.18; 0 when closed.
    public var serverVersion: Int { handle.map { Int(PQserverVersion($0.pointer)) } ?? 0 }

    /// The process that serves this connection; 0 when closed.
    public var serverProcessID: Int { handle.map { Int(PQbackendPID($0.pointer)) } ?? 0 }

    /// The handle, ready for a statement of its own.
    func ready() throws(PostgresError) -> LibPQHandle {
        guard let handle else { throw breakage ?? .closed }
        guard let reading else { return handle }
        guard reading.isAbandoned else { throw .busy }
        try discard(reading)
        return handle
    }

    /// The connection broke: frees the handle and remembers why.
    func breakDown(because error: PostgresError) {
        subscriptions.finish(throwing: error)
        thread.watchWhenIdle(nil)
        reading = nil
        handle = nil
        breakage = .closed
    }
}
