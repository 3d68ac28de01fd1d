import Foundation
import GasService
import Operations
import Presentation
import Synchronization

/// Tells an operator, on standard error, what came in that should not: so many lines in a minute and no more, for whoever can
/// reach the port could otherwise fill the disk.
final class IncidentLog: Sendable {
    private static let linesPerMinute = 20

    private struct State {
        var minuteBegan = ContinuousClock.now
        var told = 0
        var untold = 0
    }

    private let language: Language
    private let state = Mutex(State())

    init(_ language: Language) { self.language = language }

    /// Tells an incident, or counts it.
    func note(_ incident: CallbackIncident) {
        let (isTold, untold) = state.withLock { state -> (Bool, Int) in
            var untold = 0
            if ContinuousClock.now - state.minuteBegan >= .seconds(60) {
                untold = state.untold
                state = State()
            }
            state.told += 1
            let isTold = state.told <= Self.linesPerMinute
            if !isTold { state.untold += 1 }
            return (isTold, untold)
        }
        if untold > 0 { write(.incidentsUntold(untold)) }
        if isTold { write(Phrase(incident)) }
    }

    private func write(_ phrase: Phrase) {
        let moment = Date.now.formatted(.iso8601)
        try? StandardStream.error.write("\(moment) \(TerminalText.safe(phrase.text(in: language)))\n")
    }
}

extension Phrase {
    /// An incident in words.
    fileprivate init(_ incident: CallbackIncident) {
        switch incident {
        case .strangePath: self = .callbackStrangePath
        case .notAdmitted(let channel): self = .callbackNotAdmitted(channel)
        case .unreadable(let channel): self = .callbackUnreadable(channel)
        case .refused(let channel, let problem, let name):
            self = .callbackRefused(channel, problem: problem, name: name)
        case .notKept(let error):
            let explanation = ErrorExplanation(error)
            self = explanation.message + explanation.cure
        }
    }
}
