public import Logging
internal import Synchronization

/// Connections shared by many tasks, each of which has one to itself for a while.
///
/// A connection that broke is never handed out again: the work that was on it gets the error, the next gets a new
/// connection. So the pool outlives a restart of the server by itself.
public final class PostgresPool: Sendable {
    /// The settings of the pool's connections.
    public let configuration: PostgresConfiguration
    private let logger: Logger
    private let shared: Mutex<Shared>

    private struct Shared {
        var machine: PoolStateMachine
        var connections: [Int: PostgresConnection] = [:]
        var failures: [Int: any Error] = [:]
        var waiters: [Int: CheckedContinuation<Lease, any Error>] = [:]
        var nextWaiter = 0
        var timerDeadline: ContinuousClock.Instant?

        func error(for refusal: PoolStateMachine.Refusal) -> any Error {
            switch refusal {
            case .exhausted(let waited): PostgresError.poolExhausted(waited: waited)
            case .connectFailed(let id): failures[id] ?? PostgresError.closed
            case .closed: PostgresError.poolClosed
            case .cancelled: PostgresError.cancelled
            }
        }
    }

    /// A connection in somebody's hands.
    private struct Lease: Sendable {
        var id: Int
        var waiter: Int
        var connection: PostgresConnection
    }

    /// Makes a pool.
    ///
    /// Nothing is connected until it is needed, or `minimum` asks for it.
    public init(
        _ configuration: PostgresConfiguration, options: PoolOptions = PoolOptions(),
        logger: Logger = Logger(label: "postgres.pool")
    ) {
        self.configuration = configuration
        self.logger = logger
        var machine = PoolStateMachine(options: options)
        let actions = machine.start()
        shared = Mutex(Shared(machine: machine))
        carryOut(actions)
    }

    /// Does work on a connection of its own, waiting for one if need be.
    ///
    /// Whatever state the work leaves behind (an open transaction, unread rows) is undone before the next one gets the
    /// connection; session settings made by `SET` are not, use `SET LOCAL`.
    ///
    /// - Throws: what `work` throws; ``PostgresError/connectionFailed(_:)``, ``PostgresError/poolExhausted(waited:)``,
    ///   ``PostgresError/poolClosed`` or ``PostgresError/cancelled`` when no connection could be had.
    nonisolated(nonsending) public func withConnection<Result>(
        _ work: nonisolated(nonsending) (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let lease = try await acquire()
        do {
            let result = try await work(lease.connection)
            await release(lease)
            return result
        } catch {
            await release(lease)
            throw error
        }
    }

    /// Closes idle connections now, and those in use when they come back.
    ///
    /// Waiting callers are refused.
    public func shutDown() {
        carryOut(shared.withLock { $0.machine.shutDown() })
    }

    /// How many connections are open or being opened.
    public var connectionCount: Int { shared.withLock { $0.machine.connectionCount } }

    private func acquire() async throws -> Lease {
        let id = shared.withLock { shared in
            shared.nextWaiter += 1
            return shared.nextWaiter
        }
        var lease = try await wait(as: id) { $0.acquire(id, now: .now) }
        // A connection may have died in idleness, with a restart of the server for example.
        while await !lease.connection.isAlive() {
            let dead = lease.id
            lease = try await wait(as: id) { $0.leaseWasDead(dead, waiter: id, now: .now) }
        }
        return lease
    }

    private func wait(
        as waiter: Int, for decide: @Sendable (inout PoolStateMachine) -> [PoolStateMachine.Action]
    ) async throws -> Lease {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let actions = shared.withLock { shared in
                    shared.waiters[waiter] = continuation
                    let actions = decide(&shared.machine)
                    // Cancelled before it waited: the handler found nobody to cancel.
                    return Task.isCancelled ? actions + shared.machine.cancel(waiter) : actions
                }
                carryOut(actions)
            }
        } onCancel: {
            carryOut(shared.withLock { $0.machine.cancel(waiter) })
        }
    }

    private func release(_ lease: Lease) async {
        let usable = await lease.connection.recycle()
        carryOut(shared.withLock { $0.machine.release(lease.id, usable: usable, now: .now) })
    }

    private func carryOut(_ actions: [PoolStateMachine.Action]) {
        for action in actions {
            switch action {
            case .connect(let id):
                Task { await connect(id) }
            case .close(let id):
                guard let connection = shared.withLock({ $0.connections.removeValue(forKey: id) }) else { continue }
                Task { await connection.close() }
            case .lease(let id, let waiter):
                let (continuation, connection) = shared.withLock { shared in
                    (shared.waiters.removeValue(forKey: waiter), shared.connections[id])
                }
                if let continuation, let connection {
                    continuation.resume(returning: Lease(id: id, waiter: waiter, connection: connection))
                }
            case .fail(let waiter, let refusal):
                let (continuation, error) = shared.withLock { shared in
                    (shared.waiters.removeValue(forKey: waiter), shared.error(for: refusal))
                }
                continuation?.resume(throwing: error)
            }
        }
        scheduleTick()
    }

    private func connect(_ id: Int) async {
        do {
            let connection = try await PostgresConnection.connect(configuration, logger: logger)
            carryOut(
                shared.withLock { shared in
                    shared.connections[id] = connection
                    return shared.machine.connected(id, now: .now)
                })
        } catch {
            logger.debug("no connection for the pool", metadata: ["error": "\(error)"])
            carryOut(
                shared.withLock { shared in
                    shared.failures[id] = error
                    return shared.machine.connectFailed(id, now: .now)
                })
            shared.withLock { $0.failures[id] = nil }
        }
    }

    /// Sees to it that the state machine hears of the time when it needs to.
    private func scheduleTick() {
        let deadline: ContinuousClock.Instant? = shared.withLock { shared in
            guard let next = shared.machine.nextDeadline else { return nil }
            if let timer = shared.timerDeadline, timer <= next { return nil }
            shared.timerDeadline = next
            return next
        }
        guard let deadline else { return }
        Task { [weak self] in
            try? await Task.sleep(until: deadline, clock: .continuous)
            self?.tick(at: deadline)
        }
    }

    private func tick(at deadline: ContinuousClock.Instant) {
        carryOut(
            shared.withLock { shared in
                if shared.timerDeadline == deadline { shared.timerDeadline = nil }
                return shared.machine.tick(now: .now)
            })
    }
}
