import GasService
import Presentation
import Testing

@Suite("Texts of notices")
struct NoticeTextTests {
    private func failure(of file: String) throws -> TemplateProblem {
        let standard = try NoticeTexts.standard()
        do {
            _ = try standard.replaced(by: file, file: "own.txt")
        } catch .badTemplate(let problem) {
            return problem
        }
        return try #require(nil, "the file was accepted")
    }

    @Test("exist for every purpose and form in both languages")
    func complete() throws {
        let texts = try NoticeTexts.standard()
        for section in NoticeSection.all { #expect(texts[section] != nil, "\(section.name)") }
    }

    @Test("say time, area, reason, when gas is back and whom to call, by the clock of the place")
    func planned() throws {
        let writer = try SampleNotices.writer()
        let english = writer.text(SampleNotices.planned, .short, in: .en).body
        #expect(
            english
                == "City Gas: no gas from Thursday 2026-11-26 08:00 to Thursday 2026-11-26 23:00 at Mannerheimintie 1–9. "
                + "Reason: replacement of a main. Expected back: Friday 2026-11-27 06:00. Close all gas valves before then "
                + "and do not open them yourself until told. Questions: 010 123.")
        let chinese = writer.text(SampleNotices.planned, .short, in: .zh).body
        #expect(chinese.contains("2026年11月26日（星期四）08:00至2026年11月26日（星期四）23:00"))
        #expect(chinese.contains("预计2026年11月27日（星期五）06:00恢复供气"))
    }

    @Test("in both languages follow each other under a heading of both")
    func bilingual() throws {
        let text = try SampleNotices.writer().text(SampleNotices.planned, .long, in: [.zh, .en])
        #expect(text.heading == "停气通知 / Planned gas outage")
        #expect(text.body.hasPrefix("尊敬的用户"))
        #expect(text.body.contains("\n\nThe gas supply at"))
    }

    @Test("of an emergency do not speak of planned works")
    func emergency() throws {
        var facts = SampleNotices.planned
        facts.isEmergency = true
        #expect(try SampleNotices.writer().text(facts, .long, in: .en).heading == "Gas is off: emergency")
    }

    @Test("cannot be made to forge a line by what is put into a field")
    func oneLine() throws {
        var facts = SampleNotices.planned
        facts.reason = "works\nSubject: gift\u{202E}"
        let body = try SampleNotices.writer().text(facts, .short, in: .en).body
        #expect(!body.contains("\n"))
        #expect(body.contains("works␊Subject: gift\u{FFFD}"))
    }

    @Test("of a company's own file stand in place of those it names, and only of those")
    func replaced() throws {
        let own = """
            company: Stadtgas
            phone: 112
            # ours is shorter
            [cancellation.short.en]

            No outage on {{ start }} at {{area}}, call {{phone}}.

            """
        let texts = try NoticeTexts.standard().replaced(by: own, file: "own.txt")
        let writer = try NoticeWriter(texts, phone: nil, zone: SampleNotices.zone)
        var facts = SampleNotices.planned
        facts.purpose = .cancellation
        #expect(
            writer.text(facts, .short, in: .en).body
                == "No outage on Thursday 2026-11-26 08:00 at Mannerheimintie 1–9, call 112.")
        #expect(writer.text(facts, .long, in: .en).body.contains("112, Stadtgas"))
    }

    @Test("without a telephone are refused")
    func noPhone() throws {
        let texts = try NoticeTexts.standard()
        #expect(throws: GasworksError.self) { try NoticeWriter(texts, phone: nil, zone: SampleNotices.zone) }
    }

    @Test(
        "that are wrong are named by line and field",
        arguments: [
            ("[cancellation.short.en]\n{{start}}\n{{areas}} {{phone}}", 3, "areas", TemplateFault.unknownField),
            ("[cancellation.short.en]\n{{start}} {{area", 2, "area", .unclosedField),
            ("\n[cancellation.short.en]\n{{start}} {{area}}", 2, "phone", .missingField),
            ("[cancelation.short.en]\nx", 1, "cancelation.short.en", .unknownSection),
            ("[cancellation.short.en]\n\n[change.short.en]", 1, "cancellation.short.en", .emptySection),
            ("# ours\nDear all,", 2, "Dear all,", .textOutsideSection),
            (
                "[restoration.short.en]\n{{area}} {{phone}}\n[restoration.short.en]\n{{area}} {{phone}}", 3,
                "restoration.short.en", .duplicateSection
            ),
        ])
    func wrong(file: String, line: Int, name: String, fault: TemplateFault) throws {
        let problem = try failure(of: file)
        #expect(problem.file == "own.txt")
        #expect(problem.line == line)
        #expect(problem.name == name)
        #expect(problem.fault == fault)
        for language in Language.allCases {
            let said = ErrorExplanation(GasworksError.badTemplate(problem)).line(in: language)
            #expect(said.contains("own.txt:\(line)"))
        }
    }
}
