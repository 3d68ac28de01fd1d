package import GasService

/// The report on faults' deadlines as one HTML page with plots in SVG; it needs nothing from the network.
///
/// For each milestone the cumulative distribution of the minutes until it was reached is drawn, with the longest target: a
/// distribution says what an average hides.
package struct SLAPage: Sendable {
    private let report: SLAReport
    private let from: CalendarDate
    private let until: CalendarDate

    /// A page of a report on a span of days.
    package init(_ report: SLAReport, from: CalendarDate, until: CalendarDate) {
        self.report = report
        self.from = from
        self.until = until
    }

    /// The page in a language.
    package func text(in language: Language) -> String {
        let title = MarkupText.escaped(Phrase.slaTitle.text(in: language))
        let plots = SLAMilestone.allCases.compactMap { plot($0, language) }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title>
            <style>
            body{font:14px/1.5 system-ui,sans-serif;margin:2em auto;max-width:60em;color:#222}
            table{border-collapse:collapse;width:100%} td,th{padding:.2em .6em;text-align:left;border-bottom:1px solid #ddd}
            td.n,th.n{text-align:right} svg{width:100%;height:auto;margin:1em 0}
            </style></head><body>
            <h1>\(title)</h1><p>\(from) – \(until)</p>
            \(table(language))
            \(plots)
            </body></html>

            """
    }

    private func table(_ language: Language) -> String {
        let heads: [Phrase] = [
            .month, .district, .severity, .milestone, .owed, .keptInTime, .missedDeadline, .excusedDeadline,
            .shareInTime,
            .medianMinutes, .p90Minutes, .longestMinutes,
        ]
        let head = heads.enumerated().map { place, phrase in
            "<th\(place > 3 ? " class=n" : "")>\(MarkupText.escaped(phrase.text(in: language)))</th>"
        }.joined()
        let rows = report.lines.map { line in
            let words = [
                String(line.group.month.description.prefix(7)), line.group.district.text,
                Phrase(line.group.severity).text(in: language), Phrase(line.group.milestone).text(in: language),
            ].map { "<td>\(MarkupText.escaped($0))</td>" }
            let share = line.shareInTime.map { "\(Decimals.text($0 * 100, places: 1)) %" } ?? ""
            let numbers =
                [String(line.owed), String(line.kept), String(line.breached), String(line.excused), share]
                + [0.5, 0.9, 1].map { line.quantile($0).map(String.init) ?? "" }
            return "<tr>" + (words + numbers.map { "<td class=n>\($0)</td>" }).joined() + "</tr>"
        }.joined(separator: "\n")
        return "<table><thead><tr>\(head)</tr></thead><tbody>\n\(rows)\n</tbody></table>"
    }

    /// The cumulative distribution of a milestone; nil when it was never reached.
    private func plot(_ milestone: SLAMilestone, _ language: Language) -> String? {
        let minutes = report.lines.filter { $0.group.milestone == milestone }.flatMap(\.netMinutes).sorted()
        guard let longest = minutes.last else { return nil }
        let target = Self.target(milestone)
        let span = Double(max(longest, target, 1))
        func x(_ minute: Int) -> Double { 60 + 720 * Double(minute) / span }
        func y(_ share: Double) -> Double { 220 - 190 * share }
        var path = "M\(number(x(0))) \(number(y(0)))"
        for (index, minute) in minutes.enumerated() {
            path += " H\(number(x(minute))) V\(number(y(Double(index + 1) / Double(minutes.count))))"
        }
        path += " H\(number(x(Int(span))))"
        let name = MarkupText.escaped(Phrase(milestone).text(in: language))
        let axis = MarkupText.escaped(Phrase.slaMinutes.text(in: language))
        let side = MarkupText.escaped(Phrase.slaShareReached.text(in: language))
        return """
            <svg viewBox="0 0 800 260" role="img" aria-label="\(name)"><title>\(name)</title>
            <text x="60" y="18" font-size="14">\(name) – \(side)</text>
            <path d="M60 30 V220 H780" fill="none" stroke="#888"/>
            <path d="\(path)" fill="none" stroke="#0a62b5" stroke-width="2"/>
            <path d="M\(number(x(target))) 30 V220" stroke="#b3261e" stroke-dasharray="4 3"/>
            <text x="\(number(x(target)))" y="234" font-size="11" text-anchor="middle" fill="#b3261e">\(target)</text>
            <text x="52" y="34" font-size="11" text-anchor="end">100 %</text>
            <text x="52" y="224" font-size="11" text-anchor="end">0</text>
            <text x="780" y="250" font-size="11" text-anchor="end">\(axis), \(longest)</text>
            </svg>
            """
    }

    /// The longest that the regulation, or practice, allows.
    private static func target(_ milestone: SLAMilestone) -> Int {
        let standard = SLATargets(settings: .standard)
        return switch milestone {
        case .setOff: standard.customerSetOff
        case .arrival: standard.emergencyArrival
        case .handling, .telling: SLATargets.longestHandling
        case .repair: SLATargets.longestRepair
        }
    }

    private func number(_ value: Double) -> String { Decimals.text(value, places: 1) }
}
