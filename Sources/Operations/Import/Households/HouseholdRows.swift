import Archive
import GasService

/// Households on their way into the database: checked one by one, each with the obligation that follows from its dates.
final class HouseholdRows: StagedRows {
    let table: TableReader
    private(set) var districts: Set<DistrictID> = []
    private let check: HouseholdCheck
    private var obligations: FirstObligations<[UInt8]>
    private var row = TableRow()
    /// Rows that were found bad by reading, and whether their supply node was readable; they are staged in part, so
    /// that the database still finds whether their account or node is wrong too.
    private var badLines: [Int: Bool] = [:]

    init(_ table: TableReader, basis: ImportBasis, cycles: [AccountNumber: OpenCycle]) {
        self.table = table
        check = HouseholdCheck(today: basis.today)
        let rules = basis.rules
        obligations = FirstObligations(
            rules: rules.map(\.rule), settings: basis.settings, cycles: cycles, today: basis.today
        ) { obligation in
            let rule = rules.id(of: obligation.rule).map(String.init) ?? "\\N"
            let kept = obligation.deemedDate == obligation.basisDate ? "\\N" : "\(obligation.deemedDate)"
            return Array("\t\(obligation.opens)\t\(obligation.deadline)\t\(rule)\t\(kept)".utf8)
        }
    }

    func fill(_ piece: inout [UInt8]) throws -> Bool {
        var rows = CopyRows(reusing: &piece)
        defer { piece = rows.bytes }
        while rows.bytes.count < CopyRows.pieceSize {
            guard try table.next(into: &row) else { return !rows.bytes.isEmpty }
            if let household = check.check(row, in: table) {
                try append(household, to: &rows)
            } else {
                appendBadRow(to: &rows)
            }
        }
        return true
    }

    private func append(_ household: CheckedHousehold, to rows: inout CopyRows) throws {
        districts.insert(household.district)
        rows.begin(line: row.line)
        for column in HouseholdColumn.allCases { rows.append(field: row[column.rawValue]) }
        rows.append(columns: try obligations.obligation(of: household) ?? Self.nothingOwed)
        rows.end()
    }

    private func appendBadRow(to rows: inout CopyRows) {
        guard badLines.count < ProblemList.limit else { return }
        let node = row.text(HouseholdColumn.supplyNode.rawValue).flatMap(NodeID.init)
        badLines[row.line] = node != nil
        rows.begin(line: row.line)
        for column in HouseholdColumn.allCases {
            switch column {
            case .account, .district: rows.append(field: row[column.rawValue])
            case .supplyNode: rows.append(column: node?.text)
            default: rows.append(column: nil)
            }
        }
        rows.append(columns: Self.nothingOwed)
        rows.end()
    }

    private static let nothingOwed = Array("\t\\N\t\\N\t\\N\t\\N".utf8)

    func note(_ finding: StagedImport.Finding) {
        let hasReadableNode = badLines[finding.line]
        switch finding.fault {
        case .duplicateKey: add(.duplicateKey, .account, finding)
        case .districtChanged: add(.districtChanged, .district, finding)
        case .unknownNode: if hasReadableNode != false { add(.unknownNode, .supplyNode, finding) }
        default:
            // A deadline that the database does not accept for a sound row: rules changed while the file was read.
            if hasReadableNode == nil { add(.badDate, .lastInspected, finding) }
        }
    }

    private func add(_ fault: RowFault, _ column: HouseholdColumn, _ finding: StagedImport.Finding) {
        table.problems.add(
            fault, line: finding.line, column: column.column, value: finding.value, expected: finding.expected)
    }
}
