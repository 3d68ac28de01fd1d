/// What a person is told about an error: what happened, and what helps.
package struct ErrorExplanation: Sendable, Hashable {
    package let message: Phrase
    package let cure: Phrase

    package init(_ message: Phrase, cure: Phrase) {
        self.message = message
        self.cure = cure
    }

    /// Both sentences, harmless to a terminal and on one line.
    package func line(in language: Language) -> String {
        TerminalText.safe((message + cure).text(in: language))
    }
}
