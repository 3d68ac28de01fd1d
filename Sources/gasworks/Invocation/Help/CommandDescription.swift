import ArgumentParser
import Foundation

/// A command as the parser describes it to tools: what help is made of.
///
/// The form is version 0 of swift-argument-parser's tool information; what help does not need is left out.
struct CommandDescription: Decodable {
    let commandName: String
    let superCommands: [String]?
    let abstract: String?
    let discussion: String?
    let subcommands: [CommandDescription]?
    let arguments: [Argument]?

    /// An argument, option or flag.
    struct Argument: Decodable {
        let kind: Kind
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
        let discussion: String?

        enum Kind: String, Decodable {
            case positional
            case option
            case flag
        }

        struct Name: Decodable {
            let kind: String
            let name: String

            /// The name as it is typed.
            var typed: String { (kind == "long" ? "--" : "-") + name }
        }
    }

    /// The whole program.
    ///
    /// - Throws: `DecodingError` when the parser describes itself in another form.
    static func program() throws -> CommandDescription {
        struct Tool: Decodable { let command: CommandDescription }
        return try JSONDecoder().decode(Tool.self, from: Data(Gasworks._dumpHelp().utf8)).command
    }

    /// The command that the arguments name, as far as they name one: `help crew`, `crew --help` and `crew` are the same.
    func command(named arguments: [String]) -> CommandDescription {
        var found = self
        for argument in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
            guard let next = found.subcommands?.first(where: { $0.commandName == argument }) else { break }
            found = next
        }
        return found
    }

    /// The words by which the command is called, the program's first.
    var words: [String] { (superCommands ?? []) + [commandName] }

    /// The subcommands that help lists; `help` itself goes without saying.
    var listedSubcommands: [CommandDescription] { (subcommands ?? []).filter { $0.commandName != "help" } }
}
