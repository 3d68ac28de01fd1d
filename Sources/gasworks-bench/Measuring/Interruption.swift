import Dispatch
import Foundation

/// Cleans up when somebody ends this process by Ctrl-C, by `kill`, or by closing the terminal.
struct Interruption {
    private let sources: [any DispatchSourceSignal]

    /// From now on, does `cleanup` at such a signal and ends with the status that says so.
    init(_ cleanup: @escaping @Sendable () async -> Void) {
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                Task {
                    await cleanup()
                    exit(128 + number)
                }
            }
            source.resume()
            return source
        }
    }

    /// Leaves signals to the system again.
    func ignore() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    }
}
