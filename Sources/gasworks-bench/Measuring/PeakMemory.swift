import Foundation

/// The most memory that this process has had so far.
enum PeakMemory {
    static var megabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
