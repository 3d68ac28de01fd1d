import GasService
import Presentation
import Testing

@Suite("Settings in words")
struct SettingPhraseTests {
    private func isChinese(_ text: String) -> Bool { text.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) } }

    @Test("Every setting says what it means, where its number comes from and what it counts, in both languages")
    func settings() {
        for setting in SettingCatalogue.all {
            let meaning = Phrase.meaning(of: setting)
            #expect(meaning.en != setting.name && isChinese(meaning.zh) && !isChinese(meaning.en), "\(setting.name)")
            #expect(isChinese(Phrase.source(of: setting).zh), "\(setting.name): \(setting.source)")
            #expect(setting.unit == "percent" || isChinese(Phrase(unit: setting.unit).zh), "\(setting.unit)")
        }
    }

    @Test("No two settings mean the same")
    func different() {
        #expect(Set(SettingCatalogue.all.map { Phrase.meaning(of: $0).zh }).count == SettingCatalogue.all.count)
    }
}
