import ArgumentParser
import Presentation

// What the parser prints comes from the catalogue, in the language of the run.

extension CommandConfiguration {
    /// A command whose help is in the catalogue.
    init(
        commandName: String, abstract: Phrase, discussion: Phrase? = nil, version: String = "",
        subcommands: [any ParsableCommand.Type] = []
    ) {
        self.init(
            commandName: commandName, abstract: abstract.spoken, discussion: discussion?.spoken ?? "",
            version: version, subcommands: subcommands)
    }
}

extension ArgumentHelp {
    /// The meaning of an argument.
    ///
    /// - Parameters:
    ///   - meaning: the phrase.
    ///   - valueName: what stands for the value in the synopsis, in English; nil takes the property's name. Its Chinese
    ///     is in `ValueNames`.
    init(_ meaning: Phrase, valueName: String? = nil) {
        self.init(meaning.spoken, valueName: valueName)
    }
}

extension ValidationError {
    /// Arguments that contradict each other or are out of range.
    init(_ phrase: Phrase) {
        self.init(phrase.spoken)
    }
}
