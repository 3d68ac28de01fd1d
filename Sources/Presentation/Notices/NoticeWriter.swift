package import GasService

/// Puts notices into words, by the utility's clock.
package struct NoticeWriter: Sendable {
    private let texts: NoticeTexts
    private let phone: Phrase
    private let zone: UtilityTimeZone

    /// A writer.
    ///
    /// - Parameters:
    ///   - texts: what the company says.
    ///   - phone: the telephone for questions; nil takes it from the file of texts.
    ///   - zone: the utility's.
    /// - Throws: `GasworksError.badTemplate` when no telephone is given: a notice without one is none.
    package init(_ texts: NoticeTexts, phone: String?, zone: UtilityTimeZone) throws(GasworksError) {
        guard let en = phone ?? texts.phone(in: .en), let zh = phone ?? texts.phone(in: .zh) else {
            throw .badTemplate(TemplateProblem(file: "notices.txt", line: nil, name: "phone", fault: .missingPhone))
        }
        self.texts = texts
        self.phone = Phrase(en: en, zh: zh)
        self.zone = zone
    }

    /// A notice in one language.
    package func text(
        _ facts: NoticeFacts, _ form: NoticeSection.Form, in language: Language
    ) -> NoticeText {
        let whole = texts[NoticeSection(facts.subject, form, language)]?.text { value(of: $0, facts, language) } ?? ""
        guard form == .long else { return NoticeText(heading: "", body: whole) }
        let lines = whole.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        return NoticeText(
            heading: String(lines.first ?? ""), body: lines.count > 1 ? String(lines[1].drop { $0.isNewline }) : "")
    }

    /// A notice in several languages, one after the other.
    package func text(
        _ facts: NoticeFacts, _ form: NoticeSection.Form, in languages: [Language]
    ) -> NoticeText {
        let all = languages.map { text(facts, form, in: $0) }
        return NoticeText(
            heading: all.map(\.heading).filter { !$0.isEmpty }.joined(separator: " / "),
            body: all.map(\.body).joined(separator: "\n\n"))
    }

    /// The telephone for questions.
    func phone(in language: Language) -> String { phone.text(in: language) }

    /// The company's name.
    func company(in language: Language) -> String { texts.company(in: language) }

    private func value(of field: NoticeField, _ facts: NoticeFacts, _ language: Language) -> String {
        switch field {
        case .start: moment(facts.span.start, language)
        case .end: moment(facts.span.end, language)
        case .restoration: moment(facts.restoration, language)
        case .area: facts.area
        case .reason: facts.reason
        case .phone: phone.text(in: language)
        case .company: texts.company(in: language)
        case .account: facts.account ?? ""
        case .address: facts.address
        case .outage: facts.outage
        }
    }

    /// An instant as a customer reads it, with the day of the week.
    func moment(_ instant: Instant, _ language: Language) -> String {
        let date = zone.date(of: instant)
        let time = zone.minute(of: instant)
        return Phrase(
            en: "\(Phrase(date.weekday).en) \(date) \(time)",
            zh: "\(date.year)年\(date.month)月\(date.day)日（\(Phrase(date.weekday).zh)）\(time)"
        ).text(in: language)
    }
}
