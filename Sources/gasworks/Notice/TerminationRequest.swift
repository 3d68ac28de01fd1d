// Dispatch's sources may be used from any thread; on Linux they are not marked so.
@preconcurrency import Dispatch
import Foundation

/// That somebody asks the program to end: SIGTERM from a service manager, SIGINT from a terminal.
enum TerminationRequest {
    /// Yields at each signal, which no longer ends the program at once.
    static func stream() -> AsyncStream<Void> {
        AsyncStream { continuation in
            let sources = [SIGTERM, SIGINT].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { continuation.yield() }
                source.resume()
                return source
            }
            continuation.onTermination = { _ in for source in sources { source.cancel() } }
        }
    }
}
