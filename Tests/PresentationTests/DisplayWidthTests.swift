import Testing

@testable import Presentation

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "Every script takes the cells that terminals give it",
        arguments: [
            ("", 0), ("abc", 3), ("Ж", 1), ("é", 1), ("e\u{301}", 1), ("中", 2), ("安检", 4), ("한국", 4), ("ｱ", 1),
            ("Ａ", 2),
            ("👩‍👩‍👧‍👦", 2), ("🇨🇳", 2), ("☎\u{FE0F}", 2), ("☎\u{FE0E}", 1), ("👍🏽", 2), ("─", 1), ("…", 1), ("नि", 1),
            ("\u{1112}\u{1161}\u{11AB}", 2),
        ])
    func cells(text: String, expected: Int) {
        #expect(DisplayWidth().of(text) == expected)
    }

    @Test("Ambiguous characters are wide only where the terminal says so")
    func ambiguous() {
        #expect(DisplayWidth(ambiguousIsWide: true).of("°Ж─") == 6)
        #expect(DisplayWidth().of("°Ж─") == 3)
    }

    @Test("A shortened text fits, keeps whole characters and says that it was shortened", arguments: 0...14)
    func truncation(limit: Int) {
        let text = "中山路👩‍👩‍👧‍👦 12 號"
        let short = DisplayWidth().truncate(text, to: limit)
        #expect(DisplayWidth().of(short) <= limit)
        if limit > 0, DisplayWidth().of(text) > limit {
            #expect(short.last == "…")
            #expect(text.hasPrefix(short.dropLast()))
        }
    }

    @Test("The ranges are sorted and disjoint, as the search in them needs")
    func ranges() {
        for table in [EastAsianWidth.wide, EastAsianWidth.ambiguous] {
            for (one, next) in zip(table, table.dropFirst()) { #expect(one.upperBound < next.lowerBound) }
        }
    }
}
