package import Archive
import PostgresClient

/// That something happened to a fault, or that time passed.
package enum FaultChanges {
    /// Yields at each change of a fault in any session, and at least as often as is said: deadlines come near by themselves.
    ///
    /// A connection that breaks is made anew; what happened meanwhile is made up for by a yield.
    package static func stream(in database: GasworksDatabase, atLeastEvery period: Duration) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let listening = Task {
            while !Task.isCancelled {
                try? await database.read { connection in
                    for try await _ in try await connection.listen(to: "gasworks_faults") { continuation.yield() }
                }
                try? await Task.sleep(for: .seconds(1))
                continuation.yield()
            }
        }
        let ticking = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: period)
                continuation.yield()
            }
        }
        continuation.onTermination = { _ in
            listening.cancel()
            ticking.cancel()
        }
        return stream
    }
}
