import Testing

@testable import Presentation

@Suite("Wrapped text")
struct WrappedTextTests {
    private let chinese = "未锁定日期的批次将被替换；已发布的日期，以及 plan.freeze_days 天之内（含）已排的日期保持不变。"

    @Test("Lines fit, and nothing but spaces at their ends is lost", arguments: 16...60)
    func fits(width: Int) {
        let lines = WrappedText.lines(chinese, width: width)
        for line in lines { #expect(DisplayWidth().of(line) <= width) }
        #expect(lines.joined().filter { $0 != " " } == chinese.filter { $0 != " " })
    }

    @Test("No line begins with closing punctuation or ends with opening punctuation", arguments: 16...60)
    func punctuation(width: Int) {
        for line in WrappedText.lines(chinese, width: width) {
            #expect(line.first.map { "，。；）".contains($0) } == false)
            #expect(line.last != "（")
        }
    }

    @Test("Words are kept whole, even one that is wider than the line")
    func words() {
        #expect(WrappedText.lines("a bb ccc dddd", width: 6) == ["a bb", "ccc", "dddd"])
        #expect(WrappedText.lines("见 GASWORKS_DATABASE_URL 说明", width: 8) == ["见", "GASWORKS_DATABASE_URL", "说明"])
        #expect(WrappedText.lines("one\n\ntwo", width: 20) == ["one", "", "two"])
    }
}
