package import Foundation
import Synchronization

/// A Unix socket before the server's, where a connection can be broken at a named point of the protocol.
///
/// The product knows nothing of it: it is given a URL that leads here.
package final class FaultProxy: Sendable {
    /// Where something breaks, and whom it meets.
    package struct Victim: Sendable {
        /// The process of the session at the server; nil when it never came to be.
        package let backend: pid_t?
        /// The process of the client.
        package let client: pid_t
    }

    /// The folder to name as `host` in a URL.
    package let directory: String

    private let target: String
    private let marker: String
    private let listener: Int32
    private let strike: @Sendable (Fault.Blow, Victim) -> Void
    private let state = Mutex(State())

    private struct State {
        var armed: Fault?
        var fired = 0
        var isClosed = false
    }

    /// Starts to listen.
    ///
    /// - Parameters:
    ///   - target: the folder of the server's socket.
    ///   - directory: an existing folder for the socket of the proxy.
    ///   - marker: text by which the statement that does the work is known, such as the name of its function.
    ///   - strike: deals a blow; what it meets is gone when it returns. Links are cut by the proxy itself.
    /// - Throws: `POSIXError` when it cannot listen.
    package init(
        to target: String, in directory: String, marker: String,
        strike: @escaping @Sendable (Fault.Blow, Victim) -> Void
    ) throws {
        (self.target, self.directory, self.marker, self.strike) = (target, directory, marker, strike)
        listener = try LocalSocket.listen(at: directory + Self.socketName)
        Thread.detachNewThread { [weak self, listener] in
            while true {
                let accepted = accept(listener, nil, nil)
                guard accepted >= 0 else { return }
                self?.open(accepted)
            }
        }
    }

    deinit { close() }

    /// Lets the fault strike at the next message it fits; one that was armed before and has not struck is forgotten.
    package func arm(_ fault: Fault?) { state.withLock { $0.armed = fault } }

    /// How many faults have struck.
    package var fired: Int { state.withLock { $0.fired } }

    /// Stops listening; links that are open stay.
    package func close() {
        let isFirst = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        guard isFirst else { return }
        shutdown(listener, Int32(SHUT_RDWR))
        Glibc.close(listener)
        unlink(directory + Self.socketName)
    }

    static let socketName = "/.s.PGSQL.5432"

    private func open(_ client: Int32) {
        guard let server = LocalSocket.connect(to: target + Self.socketName) else {
            Glibc.close(client)
            return
        }
        let link = ProxyLink(client: client, server: server, marker: marker) { [weak self] message in
            self?.take(message)
        } giveBack: { [weak self] fault in
            self?.state.withLock { $0.armed = $0.armed ?? fault }
        } strike: { [weak self] blow, victim in
            self?.strike(blow, victim)
            self?.state.withLock { $0.fired += 1 }
        }
        Thread.detachNewThread { link.carryRequests() }
        Thread.detachNewThread { link.carryAnswers() }
    }

    /// The armed fault, if it waits for this message; it strikes once.
    private func take(_ message: Fault.Message) -> Fault? {
        state.withLock { state in
            guard let fault = state.armed, fault.message == message else { return nil }
            state.armed = nil
            return fault
        }
    }
}
