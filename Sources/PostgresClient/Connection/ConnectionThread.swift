internal import Glibc
internal import Synchronization

/// The thread that alone touches one libpq handle, as the serial executor of its connection.
///
/// Swift's cooperative threads never wait for a server: an actor with this executor may block in `poll` as long as it
/// likes. The thread sleeps on a pipe, so that work, cancellation and (while listening) the socket itself
/// all wake the same sleeper, and no second thread ever polls the handle.
final class ConnectionThread: SerialExecutor {
    /// What the socket tells when nobody is running a statement.
    struct IdleWatch: Sendable {
        var socket: Int32
        var onReadable: @Sendable () -> Void
    }

    private struct Inbox {
        var jobs: [UnownedJob] = []
        var watch: IdleWatch?
        var stopping = false
        var farewell: LibPQHandle?
    }

    private let inbox = Mutex(Inbox())
    private let identity = Atomic<UInt>(0)
    private let wakeReader: Int32
    private let wakeWriter: Int32

    init() throws(PostgresError) {
        var ends: [Int32] = [-1, -1]
        let made = pipe(&ends)
        wakeReader = ends[0]
        wakeWriter = ends[1]
        guard made == 0 else {
            throw .connectionFailed(ConnectionFailure(endpoint: "-", reason: "no file descriptor left"))
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        var thread = pthread_t()
        let started = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<ConnectionThread>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        guard started == 0 else {
            Unmanaged.passUnretained(self).release()
            throw .connectionFailed(ConnectionFailure(endpoint: "-", reason: "no thread could be started"))
        }
        pthread_detach(thread)
    }

    deinit {
        close(wakeReader)
        close(wakeWriter)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let first = inbox.withLock { inbox in
            inbox.jobs.append(job)
            return inbox.jobs.count == 1
        }
        if first { wake() }
    }

    func checkIsolated() {
        precondition(
            identity.load(ordering: .relaxed) == UInt(pthread_self()), "a connection was used off its own thread")
    }

    /// Wakes the thread, whether it sleeps for want of work or inside a statement.
    func wake() {
        var byte: UInt8 = 1
        // EAGAIN means that the pipe is full, hence the thread will wake anyway.
        _ = write(wakeWriter, &byte, 1)
    }

    /// Watches the socket while idle; nil stops watching.
    func watchWhenIdle(_ watch: IdleWatch?) {
        inbox.withLock { $0.watch = watch }
        wake()
    }

    /// Ends the thread after the work it has; the handle, if any, is released on it.
    func stop(releasing handle: LibPQHandle?) {
        inbox.withLock { inbox in
            inbox.stopping = true
            inbox.watch = nil
            inbox.farewell = handle
        }
        wake()
    }

    /// Waits until the socket is ready, the thread is woken, or the milliseconds (-1: no limit) have passed.
    ///
    /// - Returns: whether the socket is ready (also for an error or hang-up, which the next read will report).
    func wait(socket: Int32, events: Int32, milliseconds: Int32) -> Bool {
        withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { descriptors in
            descriptors.initializeElement(at: 0, to: pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0))
            descriptors.initializeElement(at: 1, to: pollfd(fd: socket, events: Int16(events), revents: 0))
            // A negative descriptor is passed over by poll.
            guard poll(descriptors.baseAddress, 2, milliseconds) > 0 else { return false }
            if descriptors[0].revents != 0 { drain() }
            return descriptors[1].revents != 0
        }
    }

    private func drain() {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { bytes in
            while read(wakeReader, bytes.baseAddress, 64) == 64 {}
        }
    }

    private func run() {
        identity.store(UInt(pthread_self()), ordering: .relaxed)
        while true {
            let (jobs, watch, stopping) = inbox.withLock { inbox in
                defer { inbox.jobs.removeAll() }
                return (inbox.jobs, inbox.watch, inbox.stopping)
            }
            for job in jobs {
                job.runSynchronously(on: asUnownedSerialExecutor())
            }
            guard jobs.isEmpty else { continue }
            if stopping { break }
            if wait(socket: watch?.socket ?? -1, events: POLLIN, milliseconds: -1) {
                watch?.onReadable()
            }
        }
        // The last reference to the handle: it is finished here, on the thread that used it.
        inbox.withLock { $0.farewell = nil }
    }
}
