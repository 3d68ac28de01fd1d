/// One thing that Gasworks says, in every language that it speaks.
///
/// Both texts are arguments without a default, so a sentence that was never translated does not compile. Sentences with
/// parameters are functions that return a phrase.
package struct Phrase: Sendable, Hashable {
    package let en: String
    package let zh: String

    package init(en: String, zh: String) {
        self.en = en
        self.zh = zh
    }

    /// A phrase that reads the same in all languages, for names, numbers and codes.
    package init(verbatim text: String) {
        self.init(en: text, zh: text)
    }

    /// The phrase in one language.
    package func text(in language: Language) -> String {
        switch language {
        case .en: en
        case .zh: zh
        }
    }

    /// Two sentences, one after the other: a space between them in English, none in Chinese.
    package static func + (first: Phrase, second: Phrase) -> Phrase {
        Phrase(en: first.en + " " + second.en, zh: first.zh + second.zh)
    }

    /// The phrases as one enumeration: `a, b, c` and `a、b、c`.
    package static func list(_ phrases: some Sequence<Phrase>) -> Phrase {
        Phrase(
            en: phrases.map(\.en).joined(separator: ", "),
            zh: phrases.map(\.zh).joined(separator: "、"))
    }
}
