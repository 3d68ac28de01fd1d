import GasService
import Presentation
import Synchronization
import Testing

@Suite("Printed notices")
struct PrintedNoticesTests {
    private func page(_ sheets: [NoticeSheet], in languages: [Language] = [.en]) throws -> String {
        let bytes = Mutex<[UInt8]>([])
        var writer = ChunkedWriter { piece in bytes.withLock { $0.append(contentsOf: piece) } }
        try PrintedNotices.write(sheets, by: try SampleNotices.writer(), in: languages, to: &writer)
        return String(decoding: bytes.withLock { $0 }, as: UTF8.self)
    }

    @Test("are a sheet of A4 each, the household's with a place for signatures")
    func household() throws {
        let page = try page([NoticeSheet(SampleNotices.planned, notice: "A1-7")], in: [.zh, .en])
        #expect(page.contains("@page { size: A4"))
        #expect(page.contains("<h1>停气通知</h1>"))
        #expect(page.contains("<h1>Planned gas outage</h1>"))
        #expect(page.contains("签收人（签名） / Received by (signature)"))
        #expect(page.contains("A1-7"))
        #expect(page.contains("00003560"))
    }

    @Test("for a building's door name no account and have nothing to sign")
    func building() throws {
        let page = try page([NoticeSheet(building: SampleNotices.planned, households: 15)])
        #expect(page.contains("To all residents of this building · Mannerheimintie 3, 12 · 15 households"))
        #expect(!page.contains("00003560"))
        #expect(!page.contains("signature)"))
    }

    @Test("escape whatever an address or a reason holds")
    func escaped() throws {
        var facts = SampleNotices.planned
        facts.address = "<script>alert('x')</script>"
        facts.reason = "a & b <b>\"c\"</b>"
        facts.area = "<img src=x onerror=y>"
        let page = try page([NoticeSheet(facts, notice: "A1-7"), NoticeSheet(building: facts, households: 1)])
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        #expect(!page.contains("<b>\"c"))
        #expect(page.contains("a &amp; b &lt;b&gt;&quot;c&quot;&lt;/b&gt;"))
    }

    @Test("of a cancelled outage show no table of times")
    func cancelled() throws {
        var facts = SampleNotices.planned
        facts.purpose = .cancellation
        let page = try page([NoticeSheet(facts, notice: "A1-7")])
        #expect(!page.contains("<table>"))
    }
}
