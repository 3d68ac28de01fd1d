import GasService
import Testing

@testable import Operations

@Suite("Rows of crews")
struct CrewRowTests {
    private func read(_ row: String) throws -> (CrewRow?, [RowProblem]) {
        let header = CrewColumn.columns.map(\.name).joined(separator: ",")
        let table = try TableReader(
            file: "c.csv", columns: CrewColumn.columns, encoding: .utf8, reader: .over("\(header)\n\(row)\n"))
        var fields = TableRow()
        #expect(try table.next(into: &fields))
        return (CrewRow(fields, in: table), table.problems.problems)
    }

    @Test("a shift may end at 24:00, and a crew without a district serves all of them")
    func night() throws {
        let (crew, problems) = try read("R3,Repair crew 3,,60.1,24.9,16:00,24:00,repair; inspection;repair")
        #expect(problems.isEmpty)
        #expect(crew?.shift == 960..<1440)
        #expect(crew?.district == .company)
        #expect(crew?.skills == ["inspection", "repair"])
    }

    @Test("a shift that ends at an earlier time than it starts ends on the next day")
    func pastMidnight() throws {
        let (crew, problems) = try read("R1,Standby,,60.1,24.9,22:00,06:00,emergency")
        #expect(problems.isEmpty)
        #expect(crew?.shift == 1320..<1800)
    }

    @Test(
        "each fault is named with its column",
        arguments: [
            ("A1,,A1,60.1,24.9,08:00,17:00,inspection", "name", RowFault.missingValue),
            ("A1,n,A1,91,24.9,08:00,17:00,inspection", "depot_latitude", .badCoordinate),
            ("A1,n,A1,60.1,24.9,8:00,17:00,inspection", "shift_start", .badTime),
            ("A1,n,A1,60.1,24.9,08:00,24:01,inspection", "shift_end", .badTime),
            ("A1,n,A1,60.1,24.9,08:00,08:00,inspection", "shift_end", .shiftWithoutLength),
            ("A1,n,A1,60.1,24.9,24:00,08:00,inspection", "shift_end", .shiftWithoutLength),
            ("A1,n,A1,60.1,24.9,08:00,17:00,Gas Leaks", "skills", .unknownWord),
            ("A1,n,A1,60.1,24.9,08:00,17:00,;", "skills", .unknownWord),
            ("A1,n,A 1,60.1,24.9,08:00,17:00,inspection", "district", .badIdentifier),
        ])
    func faults(row: String, column: String, fault: RowFault) throws {
        let (crew, problems) = try read(row)
        #expect(crew == nil)
        #expect(problems.map(\.column) == [column])
        #expect(problems.map(\.fault) == [fault])
        #expect(problems.map(\.line) == [2])
    }
}
