import GasService
import Testing

@testable import Presentation

@Suite("Language")
struct LanguageTests {
    @Test("The locale decides, in the order of POSIX")
    func environment() {
        #expect(Language(environment: ["LANG": "zh_CN.UTF-8"]) == .zh)
        #expect(Language(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]) == .en)
        #expect(Language(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": ""]) == .zh)
        #expect(Language(environment: ["LC_MESSAGES": "zh_TW", "LANG": "en_US"]) == .zh)
        #expect(Language(environment: [:]) == .en)
    }

    @Test("Every value of the trade has a name in Chinese that is not its name in English")
    func values() {
        let phrases =
            CustomerClass.allCases.map { Phrase($0) } + VisitResult.allCases.map { Phrase($0) }
            + VisitResult.allCases.map { Phrase.meaning(of: $0) } + SlotKind.allCases.map { Phrase($0) }
            + Weekday.allCases.map { Phrase($0) }
        for phrase in phrases {
            #expect(phrase.zh.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(phrase.en)")
        }
        #expect(Set(phrases.map(\.zh)).count == phrases.count)
    }
}
