import Presentation

extension HelpPage {
    /// The help of a command in a language.
    ///
    /// What every command takes stands in a section of its own, so that a command's own options are seen at once.
    init(_ command: CommandDescription, in language: Language) {
        let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
        let general = arguments.filter(\.isGeneral)
        let own = arguments.filter { !$0.isGeneral }
        let subcommands = command.listedSubcommands
        self.init(
            overview: [command.abstract, command.discussion].compactMap(\.self).filter { !$0.isEmpty },
            usage: command.words + own.map { $0.synopsis(in: language) }
                + (subcommands.isEmpty ? [] : [Phrase.helpSubcommand.text(in: language)]),
            sections: [
                Section(.helpArguments, own.filter { $0.kind == .positional }.map { $0.entry(in: language) }),
                Section(.helpOptions, own.filter { $0.kind != .positional }.map { $0.entry(in: language) }),
                Section(.helpSubcommands, subcommands.map { Entry($0.commandName, $0.abstract ?? "") }),
                Section(.helpGlobalOptions, general.map { $0.entry(in: language) }),
            ],
            more: subcommands.isEmpty ? nil : .helpOfSubcommands(command.words))
    }
}

extension CommandDescription.Argument {
    /// Whether every command takes it.
    fileprivate var isGeneral: Bool {
        guard let typed = names?.map(\.typed) else { return false }
        return typed.contains { ArgumentOrder.options.contains($0) || ["--help", "--version"].contains($0) }
    }

    /// The argument as it is typed: `--until <date>`.
    fileprivate func label(in language: Language) -> String {
        let value = "<\(Phrase(valueName: valueName ?? "").text(in: language))>"
        switch kind {
        case .positional: return value
        case .flag: return (names ?? []).map(\.typed).sorted { $0.count < $1.count }.joined(separator: ", ")
        case .option: return (names ?? []).map(\.typed).joined(separator: ", ") + " " + value
        }
    }

    /// The argument in the line of usage, in brackets where it may be left out.
    fileprivate func synopsis(in language: Language) -> String {
        let text = label(in: language) + (isRepeating ? " ..." : "")
        return isOptional || kind == .flag ? "[\(text)]" : text
    }

    fileprivate func entry(in language: Language) -> HelpPage.Entry {
        let standard = defaultValue.flatMap { kind == .flag || ["", "-"].contains($0) ? nil : $0 }
        let values = Phrase.helpValues(allValues ?? [], standard: standard).text(in: language)
        let sentences = [parserPhrase?.text(in: language) ?? abstract ?? "", discussion ?? "", values]
        let meaning = sentences.filter { !$0.isEmpty }.joined(separator: language == .en ? " " : "")
        return HelpPage.Entry(label(in: language), meaning)
    }

    /// What the parser says of its own flags, from the catalogue.
    private var parserPhrase: Phrase? {
        guard let typed = names?.map(\.typed) else { return nil }
        return typed.contains("--help") ? .showHelp : typed.contains("--version") ? .showVersion : nil
    }
}
