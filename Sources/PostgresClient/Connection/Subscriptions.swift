/// Who listens to which channels on one connection.
struct Subscriptions {
    private var listeners: [Int: (channel: String, continuation: PostgresNotifications.Continuation)] = [:]
    private var nextID = 0

    var isEmpty: Bool { listeners.isEmpty }

    mutating func add(channel: String, _ continuation: PostgresNotifications.Continuation) -> Int {
        nextID += 1
        listeners[nextID] = (channel, continuation)
        return nextID
    }

    /// Removes a listener.
    ///
    /// - Returns: its channel, if nobody else listens to it.
    mutating func remove(_ id: Int) -> String? {
        guard let removed = listeners.removeValue(forKey: id) else { return nil }
        return listeners.values.contains { $0.channel == removed.channel } ? nil : removed.channel
    }

    func deliver(_ notification: PostgresNotification) {
        for listener in listeners.values where listener.channel == notification.channel {
            listener.continuation.yield(notification)
        }
    }

    mutating func finish(throwing error: PostgresError?) {
        for listener in listeners.values {
            listener.continuation.finish(throwing: error)
        }
        listeners = [:]
    }
}
