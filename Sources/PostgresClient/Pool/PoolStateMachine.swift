/// Who gets which connection, and when connections are made and closed: decisions only, without a clock, a socket or a
/// task of its own.
///
/// Waiters are served in the order of their coming. A connection attempt that fails tells its error to the waiter that
/// has waited longest, so that an unreachable server is reported at once and to as many as asked.
struct PoolStateMachine: Sendable {
    typealias Instant = ContinuousClock.Instant
    typealias ConnectionID = Int
    typealias WaiterID = Int

    /// What the shell is to do.
    enum Action: Equatable, Sendable {
        case connect(ConnectionID)
        case close(ConnectionID)
        case lease(ConnectionID, to: WaiterID)
        case fail(WaiterID, Refusal)
    }

    /// Why a waiter gets no connection.
    enum Refusal: Equatable, Sendable {
        case exhausted(waited: Duration)
        case connectFailed(ConnectionID)
        case closed
        case cancelled
    }

    private enum Connection {
        case connecting
        case idle(since: Instant)
        case leased
    }

    private struct Waiter {
        var id: WaiterID
        var deadline: Instant
    }

    /// How long after a failed attempt the minimum is filled up again.
    static let replenishDelay = Duration.seconds(1)

    private let options: PoolOptions
    private var connections: [ConnectionID: Connection] = [:]
    /// Idle connections, the one used last at the end: taking it first lets the others grow old and be closed.
    private var idle: [ConnectionID] = []
    private var waiters: [Waiter] = []
    private var nextID = 0
    private var replenishAt: Instant?
    private(set) var isShutDown = false

    init(options: PoolOptions) {
        self.options = options
    }

    var connectionCount: Int { connections.count }
    var idleCount: Int { idle.count }
    var waiterCount: Int { waiters.count }
    var isDrained: Bool { isShutDown && connections.isEmpty }

    /// Somebody wants a connection.
    mutating func acquire(_ waiter: WaiterID, now: Instant) -> [Action] {
        guard !isShutDown else { return [.fail(waiter, .closed)] }
        if let id = idle.popLast() {
            connections[id] = .leased
            return [.lease(id, to: waiter)]
        }
        waiters.append(Waiter(id: waiter, deadline: now + options.acquireTimeout))
        return connectAsNeeded()
    }

    /// A waiter's task was cancelled.
    ///
    /// One that has been served already is left alone.
    mutating func cancel(_ waiter: WaiterID) -> [Action] {
        guard let index = waiters.firstIndex(where: { $0.id == waiter }) else { return [] }
        waiters.remove(at: index)
        return [.fail(waiter, .cancelled)]
    }

    /// An attempt to connect succeeded.
    mutating func connected(_ id: ConnectionID, now: Instant) -> [Action] {
        guard connections[id] != nil else { return [.close(id)] }
        return makeAvailable(id, now: now)
    }

    /// An attempt to connect failed.
    mutating func connectFailed(_ id: ConnectionID, now: Instant) -> [Action] {
        connections[id] = nil
        var actions: [Action] = []
        if waiters.isEmpty {
            replenishAt = now + Self.replenishDelay
        } else {
            actions.append(.fail(waiters.removeFirst().id, .connectFailed(id)))
        }
        return actions + connectAsNeeded()
    }

    /// A connection came back; one that broke is replaced when somebody waits.
    mutating func release(_ id: ConnectionID, usable: Bool, now: Instant) -> [Action] {
        guard connections[id] != nil else { return [.close(id)] }
        guard usable else {
            connections[id] = nil
            return [.close(id)] + connectAsNeeded() + replenish()
        }
        return makeAvailable(id, now: now)
    }

    /// A leased connection turned out to be dead before its work began: the same waiter goes to the head of the queue.
    mutating func leaseWasDead(_ id: ConnectionID, waiter: WaiterID, now: Instant) -> [Action] {
        connections[id] = nil
        guard !isShutDown else { return [.close(id), .fail(waiter, .closed)] }
        var actions: [Action] = [.close(id)]
        if let other = idle.popLast() {
            connections[other] = .leased
            actions.append(.lease(other, to: waiter))
        } else {
            waiters.insert(Waiter(id: waiter, deadline: now + options.acquireTimeout), at: 0)
            actions += connectAsNeeded()
        }
        return actions
    }

    /// Time has passed: gives up on waiters, closes what lay idle too long, fills up the minimum.
    mutating func tick(now: Instant) -> [Action] {
        guard !isShutDown else { return [] }
        var actions: [Action] = []
        for waiter in waiters where waiter.deadline <= now {
            actions.append(.fail(waiter.id, .exhausted(waited: options.acquireTimeout)))
        }
        waiters.removeAll { $0.deadline <= now }
        while connections.count > options.minimum, let oldest = idle.first, idleEnd(of: oldest) <= now {
            idle.removeFirst()
            connections[oldest] = nil
            actions.append(.close(oldest))
        }
        if let due = replenishAt, due <= now {
            replenishAt = nil
            actions += replenish()
        }
        return actions
    }

    /// Opens the connections of the minimum.
    mutating func start() -> [Action] { replenish() }

    /// Nobody gets a connection any more; those in use are closed when they come back.
    mutating func shutDown() -> [Action] {
        isShutDown = true
        let actions =
            waiters.map { Action.fail($0.id, .closed) } + idle.map { Action.close($0) }
        for id in idle { connections[id] = nil }
        (waiters, idle) = ([], [])
        return actions
    }

    /// When `tick` must be called next, if at all.
    var nextDeadline: Instant? {
        guard !isShutDown else { return nil }
        let idleEnd = connections.count > options.minimum ? idle.first.map { self.idleEnd(of: $0) } : nil
        return [waiters.map(\.deadline).min(), idleEnd, replenishAt].compactMap(\.self).min()
    }

    private func idleEnd(of id: ConnectionID) -> Instant {
        guard case .idle(let since) = connections[id] else { preconditionFailure("connection \(id) is not idle") }
        return since + options.idleTimeout
    }

    private mutating func makeAvailable(_ id: ConnectionID, now: Instant) -> [Action] {
        guard !isShutDown else {
            connections[id] = nil
            return [.close(id)]
        }
        guard waiters.isEmpty else {
            connections[id] = .leased
            return [.lease(id, to: waiters.removeFirst().id)]
        }
        connections[id] = .idle(since: now)
        idle.append(id)
        return []
    }

    /// One attempt for each waiter that none is under way for, as far as the maximum allows.
    private mutating func connectAsNeeded() -> [Action] {
        let underWay = connections.values.count { if case .connecting = $0 { true } else { false } }
        return connect(min(waiters.count - underWay, options.maximum - connections.count))
    }

    private mutating func replenish() -> [Action] {
        guard !isShutDown else { return [] }
        return connect(options.minimum - connections.count)
    }

    private mutating func connect(_ count: Int) -> [Action] {
        (0..<max(0, count)).map { _ in
            nextID += 1
            connections[nextID] = .connecting
            return .connect(nextID)
        }
    }
}
