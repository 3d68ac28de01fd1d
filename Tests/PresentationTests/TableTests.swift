import GasService
import Testing

@testable import Presentation

@Suite("Tables")
struct TableTests {
    private struct Row { let account: String, address: String, households: Int }

    private let listing = Listing<Row>([
        Column("account_no", .account) { .text($0.account) },
        Column("address", .address, isFlexible: true) { .text($0.address) },
        Column("households", .households, .trailing) { .integer($0.households) },
    ])

    private let rows = [
        Row(account: "00000001", address: "Uudenmaankatu 19", households: 7),
        Row(account: "2", address: "中山路 5 号院", households: 1234),
        Row(account: "3", address: "Анненская ул. 👩‍👩‍👧‍👦", households: 80),
    ]

    @Test("Columns line up whatever script they are in")
    func alignment() {
        let text = listing.table(rows, totals: Row(account: "", address: "", households: 1321)).text(in: .zh)
        let widths = text.split(separator: "\n").map { DisplayWidth().of(String($0)) }
        #expect(Set(widths).count == 1, "\(text)")
        #expect(
            text == """
                户号      地址               户数
                ────────  ────────────────  ─────
                00000001  Uudenmaankatu 19      7
                2         中山路 5 号院     1,234
                3         Анненская ул. 👩‍👩‍👧‍👦     80
                ────────  ────────────────  ─────
                                            1,321

                """)
    }

    @Test("Without a width nothing is shortened, with one only flexible columns are")
    func width() {
        let table = listing.table(rows)
        #expect(table.text(in: .en).contains("Uudenmaankatu 19"))
        let narrow = table.text(in: .en, width: 34)
        #expect(narrow.split(separator: "\n").allSatisfy { DisplayWidth().of(String($0)) <= 34 })
        #expect(narrow.contains("00000001"))
        #expect(narrow.contains("…"))
    }

    @Test("An empty table says so in words")
    func empty() {
        #expect(listing.table([]).text(in: .en) == "Nothing found.\n")
        #expect(listing.table([]).text(in: .zh) == "没有符合条件的记录。\n")
    }

    @Test("Data in a table cannot break out of its line")
    func injection() {
        let row = Row(account: "1", address: "a\nb\u{1B}[2J\u{9B}1m", households: 1)
        let text = listing.table([row]).text(in: .en)
        #expect(text.split(separator: "\n").count == 3)
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }

    @Test(
        "Numbers are grouped and rounded as people expect",
        arguments: [(1, "1"), (-1234, "-1,234"), (1_000_000, "1,000,000")])
    func grouping(number: Int, text: String) { #expect(number.grouped == text) }

    @Test(
        "Decimals are written plainly",
        arguments: [
            (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (71.94, 1, "71.9"), (-12.345678, 6, "-12.345678"), (3, 0, "3"),
        ])
    func decimals(number: Double, places: Int, text: String) { #expect(Decimals.text(number, places: places) == text) }
}
