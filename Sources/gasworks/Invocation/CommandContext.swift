import GasService
import Presentation

/// What a command works with: the reader's language and format, the clock, and where the database is.
struct CommandContext: Sendable {
    let language: Language
    let format: OutputFormat
    /// The rehearsal's instant, when one was asked for; the database refuses it unless it is a rehearsal.
    let now: Instant?
    /// Who is acting, as claimed; nil lets the database take the login.
    let operatorName: String?
    let location: DatabaseLocation

    init(_ options: GlobalOptions, environment: [String: String]) {
        language = options.language ?? Language(environment: environment)
        format = options.format
        now = options.now
        operatorName = options.operatorName
        location = DatabaseLocation(url: options.database, environment: environment)
    }

    /// Shows how far long work has come: on a terminal, and nowhere else.
    func progress() -> any ProgressReporter {
        guard StandardStream.error.isTerminal else { return SilentProgress() }
        return TerminalProgress(
            language: language, width: StandardStream.error.width ?? 80,
            write: { try? StandardStream.error.write($0) })
    }
}
