import Foundation

/// How much memory this process may use, in MiB: the machine's, or a container's limit when that is lower.
func availableMemoryInMiB() -> Int {
    let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    // Version 2 of control groups, then version 1; "max" or a number beyond the machine's means no limit.
    let limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
        .compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
        .compactMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    return min(machine, limits.min() ?? machine) / 1_048_576
}
