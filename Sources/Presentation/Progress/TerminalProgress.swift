import Synchronization

/// One line on a terminal, rewritten in place at most ten times a second.
///
/// It is made with a function that writes to standard error, and only where that is a terminal: see `CommandContext`.
package final class TerminalProgress: ProgressReporter {
    private struct State {
        var lastShown: ContinuousClock.Instant?
        var lastPhase: Phrase?
        var isShown = false
    }

    private let language: Language
    private let width: Int
    private let interval: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let write: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// Makes a line of at most `width` cells; the clock is injected so that throttling can be tested.
    package init(
        language: Language, width: Int, interval: Duration = .milliseconds(100),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now },
        write: @escaping @Sendable (String) -> Void
    ) {
        self.language = language
        self.width = width
        self.interval = interval
        self.now = now
        self.write = write
    }

    /// Shows the state, unless one was shown a moment ago; a new phase and the last step always show.
    package func report(_ phase: Phrase, done: Int, of total: Int?) {
        state.withLock { state in
            let moment = now()
            let isNews = state.lastPhase != phase || done == total
            if !isNews, let last = state.lastShown, moment - last < interval { return }
            state.lastShown = moment
            state.lastPhase = phase
            state.isShown = true
            write("\r\u{1B}[K" + line(phase, done, total))
        }
    }

    /// Takes the line away.
    package func finish() {
        state.withLock { state in
            if state.isShown { write("\r\u{1B}[K") }
            state = State()
        }
    }

    private func line(_ phase: Phrase, _ done: Int, _ total: Int?) -> String {
        let name = TerminalText.safe(phase.text(in: language))
        guard let total, total > 0 else { return DisplayWidth().truncate("\(name)  \(done.grouped)", to: width - 1) }
        let share = min(1, Double(done) / Double(total))
        let cells = 24
        let filled = Int(share * Double(cells))
        let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: cells - filled)
        let text = "\(name)  \(bar) \(Int(share * 100)) %  \(done.grouped)/\(total.grouped)"
        return DisplayWidth().truncate(text, to: width - 1)
    }
}
