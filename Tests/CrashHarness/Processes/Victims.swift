package import Foundation

/// Kills what the faults name.
package enum Victims {
    /// Kills a server with every process it has, at once, and returns when they are gone.
    ///
    /// The parent goes first, so that it cannot tend to the others.
    ///
    /// - Parameter parent: the main process (postmaster).
    package static func killServer(_ parent: pid_t) {
        let children = processes(of: parent)
        for process in [parent] + children { kill(process, SIGKILL) }
        for process in [parent] + children {
            // A zombie that its parent has not waited for yet is dead enough.
            while isAlive(process) { usleep(2_000) }
        }
    }

    private static func processes(of parent: pid_t) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { status(of: $0)?.parent == parent }
    }

    private static func isAlive(_ process: pid_t) -> Bool {
        guard let status = status(of: process) else { return false }
        return status.state != "Z" && status.state != "X"
    }

    /// The state and the parent from /proc/PID/stat, whose second field, in brackets, may hold anything.
    private static func status(of process: pid_t) -> (state: Substring, parent: pid_t)? {
        guard let data = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        guard let bracket = text.lastIndex(of: ")") else { return nil }
        let fields = text[bracket...].split(separator: " ").dropFirst()
        guard fields.count >= 2, let state = fields.first, let parent = fields.dropFirst().first.flatMap({ pid_t($0) })
        else { return nil }
        return (state, parent)
    }
}
