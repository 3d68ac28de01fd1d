/// What another session sent by `NOTIFY`.
public struct PostgresNotification: Sendable, Hashable {
    /// The channel.
    public var channel: String
    /// The text that came along; empty when none did.
    public var payload: String
    /// The server process of the session that sent it.
    public var processID: Int
}

/// The notifications of one channel, until the connection ends (which throws) or nobody reads on.
public struct PostgresNotifications: AsyncSequence, Sendable {
    typealias Stream = AsyncThrowingStream<PostgresNotification, any Error>
    typealias Continuation = Stream.Continuation

    let stream: Stream

    /// Waits for notifications.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var iterator: Stream.AsyncIterator

        /// The next notification; nil when the connection was closed or the task cancelled.
        public mutating func next() async throws -> PostgresNotification? {
            try await iterator.next()
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(iterator: stream.makeAsyncIterator())
    }
}

extension PostgresConnection {
    /// Listens to a channel.
    ///
    /// Notifications are read by the connection's own thread while it is idle, and along with the answers to its
    /// statements.
    ///
    /// When this returns, the session is listening: nothing sent later is missed. Up to 10,000 notifications wait for
    /// a slow reader, then the oldest are dropped.
    public func listen(to channel: String) async throws -> PostgresNotifications {
        try await execute("LISTEN \(identifier: channel)")
        let (stream, continuation) = PostgresNotifications.Stream.makeStream(
            bufferingPolicy: .bufferingNewest(10_000))
        let id = subscriptions.add(channel: channel, continuation)
        continuation.onTermination = { [weak self] _ in
            guard let self else { return }
            Task { await self.unlisten(id) }
        }
        if let handle {
            thread.watchWhenIdle(
                ConnectionThread.IdleWatch(socket: handle.socket) { [weak self] in
                    self?.assumeIsolated { $0.readWhileIdle() }
                })
        }
        return PostgresNotifications(stream: stream)
    }

    /// Tells all who listen to a channel, when the transaction (if any) commits.
    public func notify(_ channel: String, payload: String = "") async throws {
        try await execute("SELECT pg_notify(\(channel), \(payload))")
    }

    private func unlisten(_ id: Int) async {
        guard let channel = subscriptions.remove(id) else { return }
        if subscriptions.isEmpty { thread.watchWhenIdle(nil) }
        // A connection that cannot say UNLISTEN any more is closed, or will be at its next statement.
        _ = try? await execute("UNLISTEN \(identifier: channel)")
    }

    private func readWhileIdle() {
        guard let handle, reading == nil else { return thread.watchWhenIdle(nil) }
        let exchange = Exchange(handle: handle, thread: thread, flag: nil, timeout: nil)
        do throws(PostgresError) {
            try exchange.consume()
            deliverNotifications()
        } catch {
            breakDown(because: error)
        }
    }
}
