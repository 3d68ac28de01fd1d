import Foundation
import Presentation

extension Language {
    /// The language of this run: as `--lang` says, else as the locale does.
    ///
    /// It is settled before anything is parsed, for the parser's own words, help among them, are spoken in it too.
    static let ofThisRun: Language =
        ArgumentOrder.value(of: "--lang", in: Array(CommandLine.arguments.dropFirst())).flatMap(
            Language.init(rawValue:))
        ?? Language(environment: ProcessInfo.processInfo.environment)
}

extension Phrase {
    /// The phrase in the language of this run.
    var spoken: String { text(in: .ofThisRun) }
}
