/// What is to be read about a command: what it does, how it is written, and what each of its parts means.
package struct HelpPage: Sendable, Hashable {
    /// One thing that is explained: as it is typed, then what it means.
    package struct Entry: Sendable, Hashable {
        package let label: String
        package let meaning: String

        package init(_ label: String, _ meaning: String) {
            self.label = label
            self.meaning = meaning
        }
    }

    /// Entries of one kind under a heading.
    package struct Section: Sendable, Hashable {
        package let heading: Phrase
        package let entries: [Entry]

        package init(_ heading: Phrase, _ entries: [Entry]) {
            self.heading = heading
            self.entries = entries
        }
    }

    /// What the command does, in a sentence; then more of it, when there is more to say.
    package let overview: [String]
    /// The command as it is written, its words in order; a part in brackets is never broken.
    package let usage: [String]
    package let sections: [Section]
    /// Where more is said; nil when everything has been.
    package let more: Phrase?

    package init(overview: [String], usage: [String], sections: [Section], more: Phrase? = nil) {
        self.overview = overview
        self.usage = usage
        self.sections = sections
        self.more = more
    }
}
