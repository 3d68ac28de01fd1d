import Archive
import GasService

/// Supply nodes on their way into the database: read as a whole first, for whether they form a tree shows at the end.
final class SupplyRows: StagedRows {
    let table: TableReader
    let districts: Set<DistrictID> = []
    private let check: SupplyTreeCheck
    private var nodes: [SupplyNodeRow]?
    private var position = 0

    init(_ table: TableReader, known: [KnownSupplyNode]) {
        self.table = table
        check = SupplyTreeCheck(
            known: Dictionary(known.map { ($0.node, .init(kind: $0.kind, parent: $0.parent)) }) { first, _ in first })
    }

    func fill(_ piece: inout [UInt8]) throws -> Bool {
        let nodes = try nodes ?? readAll()
        var rows = CopyRows(reusing: &piece)
        defer { piece = rows.bytes }
        while position < nodes.count, rows.bytes.count < CopyRows.pieceSize {
            append(nodes[position], to: &rows)
            position += 1
        }
        return !rows.bytes.isEmpty
    }

    private func readAll() throws -> [SupplyNodeRow] {
        var row = TableRow()
        var read: [SupplyNodeRow] = []
        while try table.next(into: &row) {
            if let node = SupplyNodeRow(row, in: table) { read.append(node) }
        }
        // A tree with holes would blame sound nodes for parents whose own rows are at fault.
        if table.problems.isEmpty { check.check(read, problems: &table.problems) }
        nodes = table.problems.isEmpty ? read : []
        return nodes ?? []
    }

    private func append(_ node: SupplyNodeRow, to rows: inout CopyRows) {
        rows.begin(line: node.line)
        rows.append(column: node.node.text)
        rows.append(column: node.kind.rawValue)
        rows.append(column: node.parent?.text)
        rows.append(column: node.name)
        rows.append(column: String(node.latitude))
        rows.append(column: String(node.longitude))
        rows.end()
    }

    func note(_ finding: StagedImport.Finding) {
        let column = finding.fault == .duplicateKey ? SupplyColumn.node : .parent
        table.problems.add(
            finding.fault ?? .unknownNode, line: finding.line, column: column.column, value: finding.value,
            expected: finding.expected)
    }
}
