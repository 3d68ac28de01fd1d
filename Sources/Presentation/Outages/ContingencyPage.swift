package import GasService

/// The report to the authority on a large outage, as one HTML page for print, in each language in turn.
///
/// It names buildings and crews and counts households; no customer is named.
package struct ContingencyPage: Sendable {
    /// What the outage is.
    package struct Facts: Sendable {
        package var outage: OutageID
        package var state: String
        package var span: OutageSpan
        package var area: String?
        package var reason: String
        package var declaredBy: String
        package var version: Int
        package var demand: ContingencyDemand
        package var asOf: Instant
        /// By when the last household is to be lit; nil when nobody is without gas.
        package var restoredBy: Instant?

        package init(
            outage: OutageID, state: String, span: OutageSpan, area: String?, reason: String, declaredBy: String,
            version: Int, demand: ContingencyDemand, asOf: Instant, restoredBy: Instant?
        ) {
            self.outage = outage
            self.state = state
            self.span = span
            self.area = area
            self.reason = reason
            self.declaredBy = declaredBy
            self.version = version
            self.demand = demand
            self.asOf = asOf
            self.restoredBy = restoredBy
        }
    }

    /// Households of a district and class.
    package struct Share: Sendable {
        package let district: DistrictID
        package let customerClass: CustomerClass
        package let households: Int

        package init(district: DistrictID, customerClass: CustomerClass, households: Int) {
            self.district = district
            self.customerClass = customerClass
            self.households = households
        }
    }

    /// A crew that is there.
    package struct Crew: Sendable {
        package let id: CrewID
        package let name: String
        package let district: DistrictID
        /// Its shift by the utility's clock, as `08:00–17:00`.
        package let shift: String
        package let standsBy: Bool

        package init(id: CrewID, name: String, district: DistrictID, shift: String, standsBy: Bool) {
            self.id = id
            self.name = name
            self.district = district
            self.shift = shift
            self.standsBy = standsBy
        }
    }

    private let facts: Facts
    private let shares: [Share]
    private let inCare: Int
    private let crews: [Crew]
    private let turns: [RestorationPlan.Turn]
    private let contacts: [String]
    private let author: NoticeWriter

    /// A report.
    ///
    /// - Parameters:
    ///   - facts: what the outage is.
    ///   - shares: households by district and class.
    ///   - inCare: households in special care, who are told in person or by telephone.
    ///   - crews: who is there.
    ///   - turns: the way back.
    ///   - contacts: who answers for it, a line each.
    ///   - author: who knows the company's name, its telephone and its clock.
    package init(
        _ facts: Facts, shares: [Share], inCare: Int, crews: [Crew], turns: [RestorationPlan.Turn], contacts: [String],
        by author: NoticeWriter
    ) {
        self.facts = facts
        self.shares = shares
        self.inCare = inCare
        self.crews = crews
        self.turns = turns
        self.contacts = contacts
        self.author = author
    }

    /// The page, the first language first.
    package func html(in languages: [Language]) -> String {
        let sections = languages.map { "<section class=\"sheet report\">\n\(article(in: $0))</section>\n" }
        return PrintedPage.head(.reportTitle(facts.outage), in: languages.first ?? .en) + sections.joined()
            + PrintedPage.foot
    }

    // MARK: - Parts

    private func article(in language: Language) -> String {
        func said(_ phrase: Phrase) -> String { phrase.text(in: language) }
        let parts = [
            part(.reportOutage, in: language, rows: outageRows(language)),
            part(
                .reportHouseholds, in: language, head: [.district, .customerClass, .households],
                rows: shares.map { [$0.district.text, said(Phrase($0.customerClass)), $0.households.grouped] }
                    + [[said(.reportInCare), "", inCare.grouped]]),
            part(
                .reportCrews, in: language, head: [.crew, .name, .district, .reportShift, .reportStandsBy],
                rows: crews.map {
                    [
                        $0.id.text, $0.name, $0.district.isCompany ? said(.reportAllDistricts) : $0.district.text,
                        $0.shift,
                        said(.answer($0.standsBy)),
                    ]
                }),
            part(
                .reportRestoration, in: language,
                head: [.reportFrom, .reportUntil, .crew, .district, .address, .households, .specialCare],
                rows: turns.map {
                    [
                        author.moment($0.from, language), author.moment($0.until, language), "\($0.crew)",
                        $0.building.district.text, $0.building.address, $0.building.households.grouped,
                        $0.building.inCare.grouped,
                    ]
                }),
            part(.reportContacts, in: language, rows: contactRows(language)),
        ]
        return """
            <article lang="\(language.tag)">
            <p class="company">\(MarkupText.escaped(author.company(in: language)))</p>
            <h1>\(MarkupText.escaped(said(.reportTitle(facts.outage))))</h1>
            \(parts.joined())</article>

            """
    }

    private func outageRows(_ language: Language) -> [[String]] {
        var rows: [(Phrase, String)] = [
            (.state, Phrase(code: facts.state).text(in: language)),
            (.outageStarts, author.moment(facts.span.start, language)),
            (.outageEnds, author.moment(facts.span.end, language)),
            (.reportWhy, Phrase.reportThresholds(facts.demand).text(in: language)),
            (.reportArea, facts.area ?? Phrase.reportSingleHouseholds.text(in: language)),
            (.reason, facts.reason),
            (.reportDeclaredBy, facts.declaredBy),
            (.version, "\(facts.version)"),
            (.reportAsOf, author.moment(facts.asOf, language)),
        ]
        if let until = facts.restoredBy { rows.append((.reportRestoredBy, author.moment(until, language))) }
        return rows.map { [$0.text(in: language), $1] }
    }

    private func contactRows(_ language: Language) -> [[String]] {
        [[Phrase.reportHotline.text(in: language), author.phone(in: language)]]
            + contacts.map { [Phrase.reportContact.text(in: language), $0] }
    }

    /// A heading and a table; without a head the first cell of each row is one.
    private func part(_ title: Phrase, in language: Language, head: [Phrase] = [], rows: [[String]]) -> String {
        let names = head.map { "<th>\(MarkupText.escaped($0.text(in: language)))</th>" }.joined()
        let body = rows.map { row in
            let cells = row.enumerated().map { place, cell in
                let tag = head.isEmpty && place == 0 ? "th" : "td"
                return "<\(tag)>\(MarkupText.escaped(cell))</\(tag)>"
            }
            return "<tr>\(cells.joined())</tr>\n"
        }
        return """
            <h2>\(MarkupText.escaped(title.text(in: language)))</h2>
            <table>
            \(names.isEmpty ? "" : "<thead><tr>\(names)</tr></thead>\n")\(body.joined())</table>

            """
    }
}
