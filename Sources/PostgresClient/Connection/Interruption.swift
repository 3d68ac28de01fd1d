internal import CLibPQ
internal import Glibc
internal import Synchronization

/// Set from any thread when the task that awaits a statement is cancelled.
final class CancellationFlag: Sendable {
    private let flag = Atomic<Bool>(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    func set() {
        flag.store(true, ordering: .releasing)
    }
}

/// A cancel request on its way to the server.
///
/// `PQcancel` makes a connection of its own and may block, so it runs on a thread of its own. The statement is over
/// only when this is done too: otherwise a late request would strike the statement after it.
final class CancelRequest: Sendable {
    private let done = Atomic<Bool>(false)
    private let cancel: Cancel
    private let thread: ConnectionThread

    /// Owns libpq's `PGcancel`.
    ///
    /// Unchecked: libpq promises that it may be used from any thread.
    private struct Cancel: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    /// Sends the request; nil when that cannot even be tried.
    init?(handle: LibPQHandle, thread: ConnectionThread) {
        guard let pointer = PQgetCancel(handle.pointer) else { return nil }
        cancel = Cancel(pointer: pointer)
        self.thread = thread
        var worker = pthread_t()
        let started = pthread_create(
            &worker, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<CancelRequest>.fromOpaque(argument).takeRetainedValue().send()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        guard started == 0 else {
            Unmanaged.passUnretained(self).release()
            return nil
        }
        pthread_detach(worker)
    }

    deinit {
        PQfreeCancel(cancel.pointer)
    }

    var isDone: Bool { done.load(ordering: .acquiring) }

    private func send() {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            _ = PQcancel(cancel.pointer, message.baseAddress, 256)
        }
        done.store(true, ordering: .releasing)
        thread.wake()
    }
}
