import Presentation

/// What the parser says about wrong arguments, which it says in English only, as a phrase of the catalogue.
struct ParserMessage {
    private let text: String

    /// A message of the parser's, or one of our own, which is in the reader's language already.
    init(_ message: String) {
        text = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The message as one sentence; a message that is not known stays as it is.
    var phrase: Phrase {
        if let phrase = Self.known.lazy.compactMap({ $0(text) }).first { return phrase }
        return Phrase(verbatim: text.last.map { ".!?。！？".contains($0) } == true ? text : text + ".")
    }

    /// Reads one form of message; nil when it is another.
    private typealias Form = (String) -> Phrase?

    private static func form<Parts>(_ pattern: Regex<Parts>, _ say: @escaping (Parts) -> Phrase) -> Form {
        { $0.wholeMatch(of: pattern).map { say($0.output) } }
    }

    private static var known: [Form] {
        [
            form(#/Unknown option '(.*?)'(?:\. Did you mean '(.*)'\?)?/#) {
                .unknownOption(String($0.1), nearest: $0.2.map { String($0) })
            },
            form(#/Missing value for '(.*)'/#) { .optionWithoutValue(named($0.1)) },
            form(#/The option '(.*?)' does not take any value, but '(.*)' was specified\./#) {
                .optionTakesNoValue(String($0.1), given: String($0.2))
            },
            form(#/Unexpected argument '(.*)'/#) { .unexpectedArguments([String($0.1)]) },
            form(#/\d+ unexpected arguments: '(.*)'/#) { .unexpectedArguments(list($0.1)) },
            form(#/Missing expected argument '(.*)'/#) { .missingArgument([named($0.1)]) },
            form(#/Missing one of: '(.*)'/#) { .missingArgument(list($0.1).map { named($0[...]) }) },
            form(#/The value '(.*?)' is invalid for '(.*?)'(?:\. Please provide one of (?:the following:)?(.*?)\.?)?/#)
            {
                .valueRefused(
                    String($0.1), for: named($0.2), form: valueName(in: $0.2).flatMap { Phrase.form(ofValue: $0) },
                    allowed: $0.3.map { words(of: $0) } ?? [])
            },
            form(#/Value to be set with flag '(.*)' had already been set with flag '(.*)'/#) {
                .flagsExclude(String($0.1), String($0.2))
            },
            form(#/Missing required subcommand\./#) { _ in .missingSubcommand },
        ]
    }

    /// A synopsis with the name of its value in each language: `--until <date>`.
    private static func named(_ synopsis: Substring) -> Phrase {
        guard let name = valueName(in: synopsis) else { return Phrase(verbatim: String(synopsis)) }
        return Phrase(
            en: String(synopsis),
            zh: String(synopsis.replacing("<\(name)>", with: "<\(Phrase(valueName: name).zh)>")))
    }

    private static func valueName(in synopsis: Substring) -> String? {
        synopsis.firstMatch(of: #/<(.+?)>/#).map { String($0.1) }
    }

    private static func list(_ quoted: Substring) -> [String] {
        quoted.split(separator: "', '").map { String($0) }
    }

    /// The words of `'a', 'b' or 'c'` and of a list with a dash before each.
    private static func words(of text: Substring) -> [String] {
        let quoted = text.matches(of: #/'(.*?)'/#).map { String($0.1) }
        guard quoted.isEmpty else { return quoted }
        return text.split(separator: " ").map(String.init).filter { $0 != "-" }
    }
}
