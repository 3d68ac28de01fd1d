import GasService
import Testing

@testable import Operations

@Suite("Rows of households")
struct HouseholdCheckTests {
    private static let good = [
        "account_no": "00000001", "customer_class": "residential", "name": "", "address": "Uudenmaankatu 19",
        "building": "B00001", "unit": "101", "floor": "1", "district": "A1", "latitude": "60.164156",
        "longitude": "24.939562", "supply_node": "B00001", "meter_no": "M1", "phone": "+000-555-0000001",
        "email": "a@example.invalid", "special_care": "", "gas_on": "2023-11-27", "last_inspected": "2025-07-04",
    ]
    private static let header = HouseholdColumn.columns.map(\.name)

    private func problems(_ text: String, encoding: FileEncoding = .utf8) throws -> [RowProblem] {
        try problems(Array(text.utf8), encoding: encoding)
    }

    private func problems(_ bytes: [UInt8], encoding: FileEncoding = .utf8) throws -> [RowProblem] {
        let check = HouseholdCheck(today: try #require(CalendarDate("2026-11-24")))
        do {
            let table = try TableReader(
                file: "h.csv", columns: HouseholdColumn.columns, encoding: encoding, reader: .over(bytes))
            var row = TableRow()
            while try table.next(into: &row) { _ = check.check(row, in: table) }
            try table.problems.throwIfAny()
            return []
        } catch GasworksError.badRows(let problems) {
            return problems
        }
    }

    private func file(_ changes: [String: String]..., header: [String] = header) -> String {
        let rows = changes.map { change in
            header.map { Self.quoted(change[$0] ?? Self.good[$0] ?? "") }.joined(separator: ",")
        }
        return ([header.joined(separator: ",")] + rows).joined(separator: "\r\n") + "\r\n"
    }

    private static func quoted(_ field: String) -> String { field.contains(",") ? "\"\(field)\"" : field }

    @Test("a good row has no problem, whatever the order of its columns")
    func goodRow() throws {
        #expect(try problems(file([:])) == [])
        #expect(try problems(file([:], header: Self.header.reversed())) == [])
        #expect(try problems("\u{FEFF}" + file([:])) == [])
        #expect(try problems(file(["last_inspected": "2026-11-24", "gas_on": "2026-11-24"])) == [])
    }

    static let faults: [(String, String, RowFault, String?)] = [
        ("account_no", "", .missingValue, nil),
        ("account_no", "0000 1", .badIdentifier, "A-Z a-z 0-9 - _ . : #"),
        ("account_no", String(repeating: "1", count: 33), .tooLong, "32"),
        ("customer_class", "domestic", .unknownWord, "residential, commercial, industrial, heating"),
        ("address", "", .missingValue, nil),
        ("building", "B/1", .badIdentifier, "A-Z a-z 0-9 - _ . : #"),
        ("unit", String(repeating: "9", count: 33), .tooLong, "32"),
        ("district", "-", .unknownDistrict, nil),
        ("latitude", "60,16", .badCoordinate, "-90 … 90"),
        ("latitude", "90.000001", .badCoordinate, "-90 … 90"),
        ("longitude", "nan", .badCoordinate, "-180 … 180"),
        ("longitude", "1e2", .badCoordinate, "-180 … 180"),
        ("supply_node", "", .missingValue, nil),
        ("gas_on", "27.11.2023", .badDate, "YYYY-MM-DD"),
        ("gas_on", "2025-02-29", .badDate, "YYYY-MM-DD"),
        ("gas_on", "", .missingValue, nil),
        ("last_inspected", "2026-11-25", .dateInFuture, "2026-11-24"),
        ("last_inspected", "2023-11-26", .inspectedBeforeGasOn, "2023-11-27"),
    ]

    @Test("each fault is named with its line, column, value and cure", arguments: faults)
    func fault(column: String, value: String, fault: RowFault, expected: String?) throws {
        let found = try problems(file([:], [column: value], [:]))
        let shown = fault == .missingValue ? nil : value
        #expect(
            found == [
                RowProblem(file: "h.csv", line: 3, column: column, value: shown, fault: fault, expected: expected)
            ])
    }

    @Test("private values are never shown, right or wrong")
    func privateValues() throws {
        let secret = String(repeating: "x", count: 300)
        let found = try problems(
            file(["name": secret, "phone": secret, "email": secret, "special_care": "diabetic"]))
        #expect(found.map(\.column) == ["name", "phone", "email", "special_care"])
        #expect(found.map(\.fault) == [.tooLong, .tooLong, .tooLong, .unknownWord])
        #expect(found.allSatisfy { $0.value == "***" })
    }

    @Test("every bad row is reported at once, by line and by column within a line")
    func allAtOnce() throws {
        let found = try problems(file(["district": "?"], [:], ["floor": "\u{1B}[2J", "gas_on": "x"], ["address": ""]))
        #expect(found.map(\.line) == [2, 4, 4, 5])
        #expect(found.map(\.column) == ["district", "floor", "gas_on", "address"])
        #expect(found[1].value == "0x1B @ 1")
    }

    @Test("rows of the wrong shape are reported, and the rows behind them are still checked")
    func shape() throws {
        let text = file([:]) + "1,2,3\r\n" + "\"open,1\r\n" + ",,,,,,,,,,,,,,,,\r\n" + "\r\n" + "4\r\n"
        let found = try problems(text)
        #expect(found.map(\.fault) == [.wrongFieldCount, .brokenQuoting, .wrongFieldCount])
        #expect(found.map(\.line) == [3, 4, 7])
        #expect(found[0].value == "3" && found[0].expected == "17")
    }

    @Test("a header that lacks, doubles or misspells a column is refused before any row")
    func header() throws {
        var header = Self.header
        header[3] = "adress"
        let misspelt = try problems(file([:], header: header))
        #expect(misspelt.map(\.fault) == [.missingColumn, .unknownColumn])
        #expect(misspelt.map(\.line) == [1, 1])
        #expect(misspelt[0].column == "address" && misspelt[1].value == "adress")
        let doubled = try problems(file([:], header: Self.header + ["unit"]))
        #expect(doubled.map(\.fault) == [.duplicateColumn])
        #expect(try problems("").map(\.fault) == [.emptyFile])
        #expect(try problems("\n\n").map(\.fault) == [.emptyFile])
    }

    @Test("a byte that the encoding does not have is named with its field and place, and nothing else is lost")
    func encoding() throws {
        var bytes = Array(file([:], ["unit": "1?1"], [:]).utf8)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "?")))
        bytes[place] = 0xFF
        #expect(
            try problems(bytes) == [
                RowProblem(
                    file: "h.csv", line: 3, column: "unit", value: "0xFF @ 2", fault: .wrongEncoding, expected: "utf-8")
            ])
        #expect(try problems(bytes, encoding: .gb18030).map(\.expected) == ["gb18030"])
    }

    @Test("a workbook or UTF-16 text is recognised for what it is")
    func foreignFormats() throws {
        #expect(try problems([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]).map(\.value) == ["XLSX"])
        #expect(try problems([0xFF, 0xFE, 0x61, 0x00]).map(\.value) == ["UTF-16"])
    }
}
