import Foundation

/// The processes of one cluster, found by what they are rather than by a number in a file that may be a year old.
///
/// A process belongs to the cluster when it runs under the cluster's account and its command line is either the main process's,
/// which names the data folder, or a child's, which names the cluster (`postgres: gasworks-…: …`). Both can be read without the
/// right to trace processes, which root lacks in many containers.
struct ServerProcesses {
    let home: ClusterHome
    let account: OSAccount

    /// The ids of all of them, the main process (postmaster) first.
    func all() -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let found = names.compactMap { pid_t($0) }.filter { isMain($0) || isChild($0) }.sorted()
        return found.filter(isMain) + found.filter { !isMain($0) }
    }

    /// Whether `process` is the cluster's main process; false also for a stranger who inherited its number.
    func isMain(_ process: pid_t) -> Bool {
        guard belongsToAccount(process) else { return false }
        let words = commandLine(of: process)
        return words.first.map { $0.hasSuffix("/postgres") } == true && words.contains(home.dataDirectory)
    }

    /// Kills the tools of a command that was itself killed while it made a cluster.
    func killMakers(ofDraftsIn directory: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for process in names.compactMap({ pid_t($0) }) where belongsToAccount(process) {
            if commandLine(of: process).contains(where: { $0.contains("\(directory)/initializing-") }) {
                kill(process, SIGKILL)
            }
        }
    }

    private func isChild(_ process: pid_t) -> Bool {
        guard belongsToAccount(process) else { return false }
        return commandLine(of: process).first?.hasPrefix("postgres: \(home.clusterName): ") == true
    }

    private func belongsToAccount(_ process: pid_t) -> Bool {
        var information = stat()
        return stat("/proc/\(process)", &information) == 0 && information.st_uid == account.userID
    }

    /// Empty for a process that has ended, or is a zombie.
    private func commandLine(of process: pid_t) -> [String] {
        guard let file = FileHandle(forReadingAtPath: "/proc/\(process)/cmdline"), let data = try? file.readToEnd()
        else {
            return []
        }
        return String(decoding: data, as: UTF8.self).split(separator: "\0").map(String.init)
    }

    /// Ends the children that outlived the main process, which may still be writing to shared memory.
    ///
    /// Most notice its death and leave by themselves; one that is busy computing is told (SIGQUIT) and then killed. Nothing
    /// committed is lost: what they had not committed would be undone at the next start anyway.
    func endOrphans(patience: Duration = .seconds(2)) {
        for signal in [0, SIGQUIT, SIGKILL] {
            var orphans = all()
            for orphan in orphans { kill(orphan, signal) }
            let clock = ContinuousClock()
            let deadline = clock.now + patience
            while !orphans.isEmpty && clock.now < deadline {
                usleep(20_000)
                orphans = all()
            }
            if orphans.isEmpty { return }
        }
    }

    /// Kills every process of the cluster at once, as a loss of power would; returns when they are gone.
    func killAll() {
        while true {
            let processes = all()
            if processes.isEmpty { return }
            for process in processes { kill(process, SIGKILL) }
            usleep(10_000)
        }
    }
}
