import Operations
import Testing

@Suite("Delimited text")
struct DelimitedReaderTests {
    @Test("fields are parted by commas, rows by LF or CRLF, and the last row needs no line end")
    func plainRows() throws {
        let rows = try DelimitedReader.over("a,b,c\r\n1,,3\n,,\nx,y,z").all()
        #expect(rows.map(\.fields) == [["a", "b", "c"], ["1", "", "3"], ["", "", ""], ["x", "y", "z"]])
        #expect(rows.map(\.line) == [1, 2, 3, 4])
    }

    @Test("quoted fields hold commas, quotation marks and line ends, and a row is known by the line it begins on")
    func quotedFields() throws {
        let rows = try DelimitedReader.over("\"a,\"\"b\"\"\",\"two\r\nlines\"\r\n\"\",x\nlast,\"\"").all()
        #expect(rows.map(\.fields) == [["a,\"b\"", "two\r\nlines"], ["", "x"], ["last", ""]])
        #expect(rows.map(\.line) == [1, 3, 4])
    }

    @Test("a quotation mark inside an unquoted field, or text behind a closing mark, marks the field as broken")
    func strayQuotes() throws {
        let rows = try DelimitedReader.over("a,b\"c,d\n\"e\"f,g\nh,i\n").all()
        #expect(rows.map(\.brokenField) == [1, 0, nil])
        #expect(rows.map(\.line) == [1, 2, 3])
    }

    @Test("an unclosed quotation mark spoils its own line only")
    func unclosedQuote() throws {
        let rows = try DelimitedReader.over("a,b\nc,\"d\ne,f\ng,h\n").all()
        #expect(rows.map(\.line) == [1, 2, 3, 4])
        #expect(rows.map(\.brokenField) == [nil, 1, nil, nil])
        #expect(rows[2].fields == ["e", "f"])
    }

    @Test("a line longer than any row may be is given up without being held in memory, and reading goes on behind it")
    func endlessLine() throws {
        let long = String(repeating: "x", count: 100_000)
        let rows = try DelimitedReader.over("a,b\n\(long),1\nc,d\n").all()
        #expect(rows.map(\.line) == [1, 2, 3])
        #expect(rows[1].brokenField != nil)
        #expect(rows[2].fields == ["c", "d"])
    }

    @Test("an empty file has no rows")
    func emptyFile() throws {
        #expect(try DelimitedReader.over("").all().isEmpty)
    }

    @Test("whatever is written is read back, however the bytes arrive", arguments: 0..<300)
    func roundTrip(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let pieces = ["a", "b", ",", "\"", "\n", "\r\n", "é", "气", "户", " ", "\"\"", "0", "-"]
        let width = Int.random(in: 1...6, using: &random)
        let table = (0..<Int.random(in: 1...30, using: &random)).map { _ in
            (0..<width).map { _ in
                (0..<Int.random(in: 0...8, using: &random)).map { _ in
                    pieces[Int.random(in: 0..<pieces.count, using: &random)]
                }.joined()
            }
        }
        let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
        var text = ""
        var lines: [Int] = []
        var line = 1
        for fields in table {
            lines.append(line)
            let written = fields.map { field in
                let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
                return needsQuotes || Bool.random(using: &random)
                    ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                        + "\"" : field
            }
            let row = written.joined(separator: ",") + lineEnd
            line += row.utf8.count { $0 == 0x0A }
            text += row
        }
        let reader = DelimitedReader.over(
            Array(text.utf8), pieces: 1...Int.random(in: 1...40, using: &random), seed: UInt64(seed),
            chunk: Int.random(in: 16...80, using: &random))
        let rows = try reader.all()
        #expect(rows == zip(lines, table).map { ReadRow(line: $0, fields: $1, brokenField: nil) })
        #expect(reader.consumed == text.utf8.count)
    }
}
