internal import CLibPQ
internal import Glibc

extension PostgresConnection {
    /// Whether an idle connection still lives, judged by what its socket holds; costs no round trip.
    func isAlive() -> Bool {
        guard let handle else { return false }
        // A server that ended the session has closed the socket: it reads as ready.
        guard thread.wait(socket: handle.socket, events: POLLIN, milliseconds: 0) else { return true }
        let exchange = Exchange(handle: handle, thread: thread, flag: nil, timeout: nil)
        do throws(PostgresError) {
            try exchange.consume()
            deliverNotifications()
            guard thread.wait(socket: handle.socket, events: POLLIN, milliseconds: 0) else { return !handle.isBroken }
            try exchange.consume()
        } catch {
            breakDown(because: error)
        }
        return isUsable
    }

    /// Makes the connection fit for its next user: no unread answer, no open transaction, no subscription.
    ///
    /// - Returns: whether that succeeded.
    func recycle() -> Bool {
        guard isUsable else { return false }
        do throws(PostgresError) {
            if let reading {
                reading.abandon()
                try discard(reading)
            }
            if isInTransaction { try runNow("ROLLBACK") }
            if !subscriptions.isEmpty {
                subscriptions.finish(throwing: nil)
                thread.watchWhenIdle(nil)
                try runNow("UNLISTEN *")
            }
        } catch {
            close()
        }
        return isUsable
    }

    private func runNow(_ sql: String) throws(PostgresError) {
        try performNow(flag: nil, timeout: Exchange.grace) { exchange throws(PostgresError) in
            _ = try self.runScript(sql, &exchange)
        }
    }
}
