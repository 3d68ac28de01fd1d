import GasService
import NoticeGateways
import Presentation
import Testing

@Suite("Codes in words")
struct WordsOfCodesTests {
    private func isChinese(_ text: String) -> Bool { text.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) } }

    @Test(
        "What was expected in place of a wrong value is told in words, a range or a list as it is",
        arguments: [
            "agreed", "known_appointment", "crew_on_duty", "findings_with_hazard_only", "finding_with_hazard",
            "no_rehearsal", "embedded_database", "short_reading", "sound_cycle", "only_for_visit",
            "only_for_restoration", "result_of_visit", "result_of_restoration", "result_of_delivery", "result_of_hand",
            "result_of_call", "result_of_sms", "result_of_email", "since_the_terms_were_made", "special_care_in_person",
            "text", "code",
        ])
    func expectations(code: String) {
        let phrase = Phrase(expected: code)
        #expect(isChinese(phrase.zh) && !isChinese(phrase.en) && !phrase.en.contains("_"))
        #expect(Phrase(expected: "0...60") == Phrase(verbatim: "0...60"))
    }

    @Test("Every gap of a database has its words")
    func gaps() {
        for gap in [
            DatabaseGap.noCluster(home: "/x"), .schemaBehind(migration: "m1"), .schemaBehind(migration: nil),
            .routinesBehind,
            .notInstalled,
        ] {
            #expect(isChinese(Phrase(gap).zh) && !isChinese(Phrase(gap).en))
        }
    }

    @Test(
        "Why a notice did not arrive is told in words",
        arguments: DeliveryFailure.allCases.map(\.rawValue) + [
            "channel_paused", "not_delivered", "no_contact", "attempts_exhausted", "unspecified", "no_answer",
            "wrong_number", "no_access", "refused",
        ])
    func deliveryFailures(code: String) {
        let phrase = Phrase(deliveryFailure: code)
        #expect(isChinese(phrase.zh) && !isChinese(phrase.en) && !phrase.en.contains("_"))
    }

    @Test("What is on its way to a household is told by channel and state")
    func onTheirWay() {
        let phrase = Phrase.noticesOnTheirWay("call:queued sms:sent")
        #expect(phrase.en == "by telephone (queued), by text message (sent)")
        #expect(phrase.zh == "电话（待发）、短信（已发出）")
    }

    @Test("What two people planned at once is told in Chinese as the database names it")
    func subjects() {
        #expect(Phrase(planSubject: "day 2026-11-25 of A1").zh == "片区 A1 2026-11-25 的日计划")
        #expect(Phrase(planSubject: "horizon of A1").zh == "片区 A1 的安检计划")
        #expect(
            Phrase(planSubject: "company crews on 2026-11-25 (in A1)").zh == "片区 A1 2026-11-25 对跨片区班组的安排")
        #expect(Phrase(planSubject: "crew R1 on 2026-11-25 (in A1)").zh == "班组 R1 2026-11-25 在片区 A1 的路线")
    }

    @Test("A finding is told by the template's words; what it does not know stays")
    func findings() {
        let known = Phrase.finding("leak", grade: "I", reading: "30 ppm", by: .first)
        #expect(known.zh == "漏气检测 · 一级（重大）隐患 · 30 ppm")
        #expect(known.en == "Leak test at meter, valves, joints and appliances · I grave · 30 ppm")
        #expect(Phrase.finding("x", grade: nil, reading: nil, by: .first) == Phrase(verbatim: "x"))
        for item in ChecklistTemplate.first.items { #expect(isChinese(Phrase(item.label).zh)) }
    }
}
