import Foundation

/// How long the crash tests go on.
enum CrashRounds {
    /// Rounds of a test: `standard`, or what `GASWORKS_CRASH_ROUNDS` says for a longer run.
    static func count(standard: Int) -> Int {
        ProcessInfo.processInfo.environment["GASWORKS_CRASH_ROUNDS"].flatMap { Int($0) } ?? standard
    }

    /// Where the random numbers start; printed with what is found, so that a run can be repeated.
    static let seed = ProcessInfo.processInfo.environment["GASWORKS_CRASH_SEED"].flatMap { UInt64($0) } ?? 20_261_124
}
