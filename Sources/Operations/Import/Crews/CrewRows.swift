import Archive
import GasService

/// Crews on their way into the database.
final class CrewRows: StagedRows {
    let table: TableReader
    let districts: Set<DistrictID> = []
    private let known: Set<DistrictID>
    private var row = TableRow()

    init(_ table: TableReader, basis: ImportBasis) {
        self.table = table
        known = basis.districts
    }

    func fill(_ piece: inout [UInt8]) throws -> Bool {
        var rows = CopyRows(reusing: &piece)
        defer { piece = rows.bytes }
        while rows.bytes.count < CopyRows.pieceSize {
            guard try table.next(into: &row) else { return !rows.bytes.isEmpty }
            guard let crew = CrewRow(row, in: table) else { continue }
            if !crew.district.isCompany, !known.contains(crew.district) {
                // A district comes to be with its first household; a crew for one that has none is a slip of the pen.
                table.note(
                    .unknownDistrict, CrewColumn.district.rawValue, of: row,
                    expected: known.filter { !$0.isCompany }.sorted().map(\.text).joined(separator: ", "))
            }
            append(crew, to: &rows)
        }
        return true
    }

    private func append(_ crew: CrewRow, to rows: inout CopyRows) {
        rows.begin(line: crew.line)
        rows.append(column: crew.crew.text)
        rows.append(column: crew.name)
        rows.append(column: crew.district.text)
        rows.append(column: String(crew.latitude))
        rows.append(column: String(crew.longitude))
        rows.append(column: String(crew.shift.lowerBound))
        rows.append(column: String(crew.shift.upperBound))
        rows.append(column: "{\(crew.skills.joined(separator: ","))}")
        rows.end()
    }

    func note(_ finding: StagedImport.Finding) {
        table.problems.add(
            .duplicateKey, line: finding.line, column: CrewColumn.crew.column, value: finding.value,
            expected: finding.expected)
    }
}
