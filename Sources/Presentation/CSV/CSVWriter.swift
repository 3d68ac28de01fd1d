import GasService

/// Writes CSV after RFC 4180: comma, CRLF, quotes where a field needs them, UTF-8.
package struct CSVWriter {
    /// For whom the file is made.
    package struct Dialect: Sendable, Hashable {
        /// Whether a byte order mark comes first, without which Excel reads UTF-8 as the local code page.
        package let hasByteOrderMark: Bool
        /// Whether text that a spreadsheet would take for a formula is defused.
        package let isGuarded: Bool
        /// In which language phrases within cells are written.
        package let language: Language

        package init(hasByteOrderMark: Bool = false, isGuarded: Bool = true, language: Language = .en) {
            self.hasByteOrderMark = hasByteOrderMark
            self.isGuarded = isGuarded
            self.language = language
        }

        /// What `--format csv` prints: safe in a spreadsheet, no mark that would trouble a program.
        package static let plain = Dialect()
        /// What an authority is sent: UTF-8 with a byte order mark, Chinese words (RULES.md, What compliance exports).
        package static let authority = Dialect(hasByteOrderMark: true, language: .zh)
    }

    private var output: ChunkedWriter
    private let dialect: Dialect
    private var isAtStart = true
    private var isFirstField = true

    package init(_ dialect: Dialect = .plain, output: ChunkedWriter) {
        self.dialect = dialect
        self.output = output
    }

    /// Writes the names of the columns as the first line.
    package mutating func writeHeader(_ names: [String]) throws {
        for name in names { add(.text(name)) }
        try endRow()
    }

    /// Adds one field to the current row.
    package mutating func add(_ cell: Cell) {
        begin()
        switch cell {
        case .text(let text): add(text, guarded: dialect.isGuarded)
        case .phrase(let phrase): add(phrase.text(in: dialect.language), guarded: dialect.isGuarded)
        case .integer(let number): output.add(String(number))
        case .decimal(let number, let places): output.add(Decimals.text(number, places: places))
        case .ratio(let ratio): output.add(Decimals.text(ratio, places: 6))
        case .date(let date): output.add(date.description)
        case .instant(let instant, _): output.add(instant.description)
        case .empty: break
        }
    }

    /// Adds a field that is known to be UTF-8 text without a need for quotes or a guard, such as a code or a number that
    /// the database wrote; the quickest way for a million rows.
    package mutating func add(bare bytes: some Sequence<UInt8>) {
        begin()
        output.add(bytes)
    }

    /// Ends the row.
    package mutating func endRow() throws {
        output.add(0x0D)
        output.add(0x0A)
        isFirstField = true
        try output.endRecord()
    }

    /// Writes out what is still held back; to be called at the end.
    package mutating func finish() throws {
        try output.flush()
    }

    private mutating func begin() {
        if isAtStart {
            if dialect.hasByteOrderMark { output.add([0xEF, 0xBB, 0xBF]) }
            isAtStart = false
        }
        if !isFirstField { output.add(0x2C) }
        isFirstField = false
    }

    private mutating func add(_ text: String, guarded: Bool) {
        var text = guarded && FormulaGuard.needsApostrophe(text) ? "'" + text : text
        text.withUTF8 { bytes in
            if bytes.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A })
                || bytes.first == 0x20 || bytes.last == 0x20
            {
                output.add(0x22)
                for byte in bytes {
                    if byte == 0x22 { output.add(0x22) }
                    output.add(byte)
                }
                output.add(0x22)
            } else {
                output.add(bytes)
            }
        }
    }
}
