import ArgumentParser
import GasService
import Operations
import Presentation

/// How notices are put into words.
struct NoticeOptions: ParsableArguments {
    @Option(help: ArgumentHelp(NoticeHelp.template, valueName: "file"))
    var template: String?

    @Option(help: ArgumentHelp(NoticeHelp.phone, valueName: "number"))
    var phone: String?

    @Flag(help: ArgumentHelp(NoticeHelp.bothLanguages))
    var bothLanguages = false

    /// Who writes the notices.
    ///
    /// - Throws: `GasworksError.badTemplate`, `fileUnusable`.
    func writer(zone: UtilityTimeZone) throws -> NoticeWriter {
        var texts = try NoticeTexts.standard()
        if let template {
            let text = String(decoding: try FileBytes.all(path: template), as: UTF8.self)
            texts = try texts.replaced(by: text, file: template)
        }
        return try NoticeWriter(texts, phone: phone, zone: zone)
    }

    /// The languages of the notices, the reader's first.
    func languages(_ first: Language) -> [Language] {
        bothLanguages ? [first] + Language.allCases.filter { $0 != first } : [first]
    }
}
