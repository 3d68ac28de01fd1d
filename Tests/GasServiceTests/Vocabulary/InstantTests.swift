import GasService
import Testing

@Suite("An instant")
struct InstantTests {
    @Test(
        "reads ISO 8601 with an offset and prints UTC",
        arguments: [
            ("2026-11-24T08:11:07Z", "2026-11-24T08:11:07Z"), ("2026-11-24 16:11+08:00", "2026-11-24T08:11:00Z"),
            ("2026-11-24T08:11:07.25Z", "2026-11-24T08:11:07.250000Z"),
            (
                "1969-12-31T23:59:59.999999Z",
                "1969-12-31T23:59:59.999999Z"
            ), ("2026-11-24T08:11:07-0330", "2026-11-24T11:41:07Z"),
        ])
    func reads(text: String, printed: String) {
        #expect(Instant(text)?.description == printed)
    }

    @Test("refuses a time without an offset", arguments: ["2026-11-24T08:11:07", "2026-11-24", "2026-11-24T24:00Z"])
    func refuses(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("falls on the local day of the utility, also a minute before midnight")
    func localDay() throws {
        let shanghai = try #require(UtilityTimeZone("Asia/Shanghai"))
        let before = try #require(Instant("2026-11-24T15:59:59Z"))
        #expect(shanghai.date(of: before) == day("2026-11-24"))
        #expect(shanghai.minute(of: before).description == "23:59")
        #expect(shanghai.date(of: before.adding(seconds: 1)) == day("2026-11-25"))
    }

    @Test("of a local time skipped or shown twice is the later by the gap, or the first of the two")
    func gapAndOverlap() throws {
        let helsinki = try #require(UtilityTimeZone("Europe/Helsinki"))
        let halfPastThree = try #require(LocalMinute("03:30"))
        #expect(helsinki.instant(of: day("2026-03-29"), at: halfPastThree).description == "2026-03-29T01:30:00Z")
        #expect(helsinki.instant(of: day("2026-10-25"), at: halfPastThree).description == "2026-10-25T00:30:00Z")
        #expect(helsinki.instant(of: day("2026-07-01")).description == "2026-06-30T21:00:00Z")
        #expect(helsinki.instant(of: day("2026-07-01"), at: .endOfDay).description == "2026-07-01T21:00:00Z")
    }
}
