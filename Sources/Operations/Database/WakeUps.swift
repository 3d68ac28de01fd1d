import Archive
import PostgresClient

/// That another session told of something, by NOTIFY.
enum WakeUps {
    /// Yields at each notification of a channel, and, if asked, at least as often as is said.
    ///
    /// A connection that breaks is made anew; what was told meanwhile is made up for by a yield. A reader who is slow finds
    /// one yield for many.
    static func stream(
        of channel: String, in database: GasworksDatabase, atLeastEvery period: Duration? = nil
    ) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let listening = Task {
            while !Task.isCancelled {
                try? await database.read { connection in
                    for try await _ in try await connection.listen(to: channel) { continuation.yield() }
                }
                try? await Task.sleep(for: .seconds(1))
                continuation.yield()
            }
        }
        let ticking = period.map { period in
            Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: period)
                    continuation.yield()
                }
            }
        }
        continuation.onTermination = { _ in
            listening.cancel()
            ticking?.cancel()
        }
        return stream
    }
}
