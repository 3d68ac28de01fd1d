import Foundation
import GasService
import Presentation

/// What a command works with: the reader's language and format, the clock, and where the database is.
struct CommandContext: Sendable {
    let language: Language
    let format: OutputFormat
    /// The rehearsal's instant, when one was asked for; the database refuses it unless it is a rehearsal.
    let now: Instant?
    /// Who is acting: as claimed, else the person's account on this machine; nil, where the machine knows no account by
    /// name, lets the database take the login.
    let operatorName: String?
    let location: DatabaseLocation

    init(_ options: GlobalOptions, environment: [String: String]) {
        language = .ofThisRun
        format = options.format
        now = options.now
        operatorName = options.operatorName ?? Self.account(environment: environment)
        location = DatabaseLocation(url: options.database, environment: environment)
    }

    /// The account of the person at this machine: who called `sudo`, else whose process this is.
    ///
    /// A login of the database is shared by many, so it tells the loser of a plan conflict nothing.
    static func account(environment: [String: String]) -> String? {
        if let person = environment["SUDO_USER"], !person.isEmpty { return person }
        return getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
    }

    /// Shows how far long work has come: on a terminal, and nowhere else.
    func progress() -> any ProgressReporter {
        guard StandardStream.error.isTerminal else { return SilentProgress() }
        return TerminalProgress(
            language: language, width: StandardStream.error.width ?? 80,
            write: { try? StandardStream.error.write($0) })
    }
}
