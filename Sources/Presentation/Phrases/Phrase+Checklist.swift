package import GasService

/// Items and grades of the checklist, as their template names them.
extension Phrase {
    /// Words that a template brings in both languages.
    package init(_ label: Label) {
        self.init(en: label.en, zh: label.zh)
    }

    /// What was found at a visit: the item, the grade of the hazard, and what was read.
    ///
    /// Codes that the template does not know are shown as they are.
    package static func finding(
        _ item: String, grade: String?, reading: String?, by template: ChecklistTemplate
    ) -> Phrase {
        let parts = [
            template.item(item).map { Phrase($0.label) } ?? Phrase(verbatim: item), grade.map { Phrase(code: $0) },
            reading.map { Phrase(verbatim: $0) },
        ].compactMap(\.self)
        return Phrase(
            en: parts.map(\.en).joined(separator: " · "), zh: parts.map(\.zh).joined(separator: " · "))
    }
}
