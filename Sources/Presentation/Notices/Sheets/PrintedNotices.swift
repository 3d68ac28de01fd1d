import GasService

/// Notices to print, as one HTML file: a sheet of A4 each, ready for PDF, without script and without network.
///
/// Everything that comes from data is escaped, and a content security policy forbids what the page does not bring along.
package enum PrintedNotices {
    /// Writes the page, sheet by sheet: thousands of them take no more memory than one.
    ///
    /// - Throws: what the writer's output throws.
    package static func write(
        _ sheets: some Sequence<NoticeSheet>, by author: NoticeWriter, in languages: [Language],
        to writer: inout ChunkedWriter
    ) throws {
        writer.add(PrintedPage.head(.noticesTitle, in: languages.first ?? .en))
        for sheet in sheets {
            writer.add(markup(of: sheet, by: author, in: languages))
            try writer.endRecord()
        }
        writer.add(PrintedPage.foot)
        try writer.flush()
    }

    private static func markup(of sheet: NoticeSheet, by author: NoticeWriter, in languages: [Language]) -> String {
        let texts = languages.map { notice(sheet, author, $0) }.joined()
        let receipt = sheet.notice.map { Self.receipt(sheet, notice: $0, languages) } ?? ""
        let classes = "sheet" + (sheet.notice == nil ? " poster" : "") + (languages.count > 1 ? " both" : "")
        return "<section class=\"\(classes)\">\n\(texts)\(receipt)</section>\n"
    }

    /// The notice itself in one language: heading, the facts at a glance, the text.
    private static func notice(_ sheet: NoticeSheet, _ author: NoticeWriter, _ language: Language) -> String {
        let facts = sheet.facts
        let text = author.text(facts, .long, in: language)
        var rows = [
            (Phrase.sheetFrom, author.moment(facts.span.start, language)),
            (.sheetUntil, author.moment(facts.span.end, language)),
            (.sheetRestoration, author.moment(facts.restoration, language)),
        ]
        // Of a cancelled outage, and of one that is over, no times are left to come.
        if facts.purpose == .cancellation || facts.purpose == .restoration { rows = [] }
        let cells = rows.map { "<tr><th>\(escaped($0, language))</th><td>\(MarkupText.escaped($1))</td></tr>\n" }
        let table = cells.isEmpty ? "" : "<table>\n\(cells.joined())</table>\n"
        let paragraphs = text.body.split(separator: "\n").map { "<p>\(MarkupText.escaped(String($0)))</p>\n" }
        return """
            <article lang="\(language.tag)">
            <p class="company">\(MarkupText.escaped(author.company(in: language)))</p>
            <h1>\(MarkupText.escaped(text.heading))</h1>
            <p class="to">\(addressee(sheet, language))</p>
            \(table)\(paragraphs.joined())</article>

            """
    }

    private static func addressee(_ sheet: NoticeSheet, _ language: Language) -> String {
        let address = MarkupText.escaped(sheet.facts.address)
        guard sheet.notice == nil else { return address }
        let count = escaped(Phrase.sheetHouseholds(sheet.households), language)
        return "\(escaped(.sheetForBuilding, language)) · \(address) · \(count)"
    }

    /// The part that is torn off: what was delivered where, how, and two signatures.
    private static func receipt(_ sheet: NoticeSheet, notice: String, _ languages: [Language]) -> String {
        func both(_ phrase: Phrase) -> String {
            MarkupText.escaped(languages.map { phrase.text(in: $0) }.joined(separator: " / "))
        }
        let facts = [
            (Phrase.sheetNotice, notice), (.sheetAccount, sheet.facts.account ?? ""),
            (.sheetAddress, sheet.facts.address),
        ].map { "<span><b>\(both($0))</b> \(MarkupText.escaped($1))</span>\n" }.joined()
        let lines = [Phrase.sheetReceived, .sheetDelivered, .sheetWhen].map {
            "<div class=\"line\">\(both($0))</div>\n"
        }
        return """
            <aside>
            <h2>\(both(.sheetReceipt))</h2>
            <p class="facts">
            \(facts)</p>
            <p class="ways"><span>☐ \(both(.sheetHanded))</span> <span>☐ \(both(.sheetPosted))</span></p>
            <div class="signatures">
            \(lines.joined())</div>
            </aside>

            """
    }

    private static func escaped(_ phrase: Phrase, _ language: Language) -> String {
        MarkupText.escaped(phrase.text(in: language))
    }
}
