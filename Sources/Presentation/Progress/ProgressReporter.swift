/// Told how far long work has come; whoever does the work need not know whether anybody watches.
package protocol ProgressReporter: Sendable {
    /// So much is done of so much in all, or of an amount not known yet.
    func report(_ phase: Phrase, done: Int, of total: Int?)

    /// The work is over, well or not; what was shown is taken away.
    func finish()
}

/// Says nothing, as is right in a pipe.
package struct SilentProgress: ProgressReporter {
    package init() {}
    package func report(_ phase: Phrase, done: Int, of total: Int?) {}
    package func finish() {}
}
