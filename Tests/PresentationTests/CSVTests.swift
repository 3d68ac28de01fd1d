import GasService
import Testing

@testable import Presentation

@Suite("CSV")
struct CSVTests {
    /// A parser of RFC 4180 of its own, so that the writer is not checked against itself.
    private static func parse(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (isQuoted, scalar) {
            case (true, "\"") where scalars.first == "\"":
                scalars.removeFirst()
                field += "\""
            case (_, "\""): isQuoted.toggle()
            case (false, ","):
                row.append(field)
                field = ""
            case (false, "\r"): break
            case (false, "\n"):
                rows.append(row + [field])
                row = []
                field = ""
            default: field.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    private static func write(_ rows: [[Cell]], _ dialect: CSVWriter.Dialect = .plain) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try withUnsafeMutablePointer(to: &bytes) { target in
            var writer = CSVWriter(dialect, output: ChunkedWriter(chunk: 16) { target.pointee.append(contentsOf: $0) })
            for row in rows {
                for cell in row { writer.add(cell) }
                try writer.endRow()
            }
            try writer.finish()
        }
        return bytes
    }

    @Test("Whatever is written comes back as it was", arguments: 0..<50)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let alphabet: [Unicode.Scalar] = [
            "a", ",", "\"", "\n", "\r", " ", "=", "-", "+", "@", "'", "中", "Ж", ";", "\t", "1",
        ]
        let texts = (0..<8).map { _ in
            (0..<4).map { _ in
                var view = String.UnicodeScalarView()
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    if let scalar = alphabet.randomElement(using: &random) { view.append(scalar) }
                }
                return String(view)
            }
        }
        let bytes = try Self.write(texts.map { $0.map { .text($0) } })
        let read = Self.parse(String(decoding: bytes, as: UTF8.self)).map { $0.map { FormulaGuard.unguarded($0) } }
        #expect(read == texts)
        for field in Self.parse(String(decoding: bytes, as: UTF8.self)).joined() {
            #expect(!FormulaGuard.isDangerous(field))
        }
    }

    @Test(
        "Text that a spreadsheet would calculate is defused",
        arguments: [
            "=1+1", "+358 40 1", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", "=HYPERLINK(\"x\")", "-1+2",
            "\u{A0}=1",
        ])
    func formula(text: String) throws {
        let field = try #require(
            Self.parse(String(decoding: try Self.write([[.text(text)]]), as: UTF8.self)).first?.first)
        #expect(field == "'" + text)
    }

    @Test(
        "Numbers, dates and harmless text stay as they are",
        arguments: ["-12.5", "00000001", "a=b", "1-2", "中山路-5", "", "é=1"])
    func harmless(text: String) { #expect(FormulaGuard.guarded(text) == text) }

    @Test("Typed numbers stay numbers, and instants are UTC")
    func typed() throws {
        let instant = try #require(Instant("2026-11-25T08:00:00+02:00"))
        let zone = try #require(UtilityTimeZone("Europe/Helsinki"))
        let row: [Cell] = [.integer(-1234), .decimal(-0.5, places: 2), .ratio(0.719), .instant(instant, zone), .empty]
        #expect(
            String(decoding: try Self.write([row]), as: UTF8.self) == "-1234,-0.50,0.719000,2026-11-25T06:00:00Z,\r\n")
    }

    @Test("Authorities get a byte order mark and Chinese words")
    func authority() throws {
        let bytes = try Self.write(
            [AuthorityHeader.inspections.map { .text($0) }, [.phrase(Phrase(.noAccess))]], .authority)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        #expect(text.hasPrefix("户号,用户类型,地址(脱敏),计划日期,"))
        #expect(text.hasSuffix("到访不遇\r\n"))
    }
}

/// A small random generator with a seed, so that a failing case can be had again (Steele, Lea & Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
