package import EmbeddedPostgres
import Foundation
import Synchronization

/// Ends a temporary cluster and removes its files when the process that tests is done with it, or dead.
///
/// It is a shell of its own that reads from a pipe whose other end only this process holds: the kernel closes that end when this
/// process ends, in whatever way (kill -9 included), and the shell goes to work. An orderly end closes the pipe and waits.
package final class Watchdog: Sendable {
    private let identifier: Int32

    /// Starts watching over the cluster in `home`, before it is made.
    ///
    /// - Parameters:
    ///   - home: the cluster's home.
    ///   - folder: what to remove in the end, if it is more than the home.
    /// - Throws: `EmbeddedPostgresError.toolFailed` when it could not be started.
    package init(guarding home: ClusterHome, removing folder: String? = nil) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw EmbeddedPostgresError.toolFailed(tool: "pipe", output: String(cString: strerror(errno)))
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (reading, writing) = (ends[0], ends[1])
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer {
            close(reading)
            close(nowhere)
        }
        let process = try ChildProcess.spawn(
            ["/bin/sh", "-c", Self.script, "watchdog", home.path, folder ?? home.path],
            descriptors: [reading, nowhere, nowhere])
        identifier = process
        Self.atWork.withLock { watchdogs in
            if watchdogs.isEmpty { atexit { Watchdog.finishAll() } }
            watchdogs[process] = writing
        }
    }

    /// Lets the watchdog end the cluster, and waits until it has.
    package func finish() { Self.finish(identifier) }

    /// The watchdogs' process ids, each with the end of the pipe that holds it back.
    private static let atWork = Mutex<[Int32: Int32]>([:])

    private static func finish(_ process: Int32) {
        guard let pipe = atWork.withLock({ $0.removeValue(forKey: process) }) else { return }
        close(pipe)
        ChildProcess.wait(for: process)
    }

    private static func finishAll() {
        for process in atWork.withLock({ Array($0.keys) }) { finish(process) }
    }

    /// Ends every process with the cluster's folder on its command line, and removes the files.
    ///
    /// Each is told to quit, and killed when it is still there after five seconds. A server that quits takes its children along and frees its shared memory.
    private static let script = #"""
        folder="$1/postgres/"
        read -r _
        members() {
            for process in /proc/[0-9]*; do
                command="$(tr '\0' ' ' < "$process/cmdline")" || continue
                case "$command" in *"$folder"*) echo "${process#/proc/}" ;; esac
            done 2> /dev/null
        }
        tries=0
        while found="$(members)" && [ -n "$found" ]; do
            if [ "$tries" -eq 0 ]; then kill -QUIT $found; fi
            if [ "$tries" -ge 50 ]; then kill -KILL $found; fi
            tries=$((tries + 1))
            sleep 0.1
        done
        rm -rf "$2"
        """#
}
