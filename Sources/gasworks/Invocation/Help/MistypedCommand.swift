import Presentation

/// A word that is no command, where one must stand.
struct MistypedCommand {
    /// What is said about it, with the command that was probably meant.
    let phrase: Phrase

    /// Looks for one; nil unless the arguments name a group of commands and go on with another word than one of these.
    init?(_ arguments: [String], in program: CommandDescription) {
        let group = program.command(named: arguments)
        let words = Array(group.words.dropFirst())
        guard !group.listedSubcommands.isEmpty, let typed = arguments.dropFirst(words.count).first,
            !typed.hasPrefix("-")
        else { return nil }
        phrase = .unknownCommand(
            (words + [typed]).joined(separator: " "),
            nearest: NearestName.of(typed, among: group.listedSubcommands.map(\.commandName)))
    }
}
