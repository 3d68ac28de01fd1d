package import Archive
import GasService
import PostgresClient

/// Takes in a file of receipts from a gateway, all or nothing; the same file twice changes nothing.
package struct ImportReceipts: Sendable {
    private let path: String
    private let encoding: FileEncoding

    /// An import of a file, `-` for standard input.
    package init(path: String, encoding: FileEncoding = .utf8) {
        self.path = path
        self.encoding = encoding
    }

    /// Runs it in one transaction.
    ///
    /// - Throws: `GasworksError.badRows` with everything that is wrong, after which nothing has changed.
    nonisolated(nonsending) package func run(into database: GasworksDatabase) async throws -> NoticeReceipt.Recorded {
        let file = try FileBytes(path: path)
        let table = try TableReader(
            file: path, columns: ReceiptColumn.columns, encoding: encoding,
            reader: DelimitedReader(source: file.read))
        var receipts: [NoticeReceipt] = []
        var row = TableRow()
        while try table.next(into: &row) {
            if let receipt = Self.receipt(row, in: table) { receipts.append(receipt) }
        }
        if table.rowCount == 0 { table.problems.add(.emptyFile, line: nil) }
        return try await database.write("notice receipt import") { connection in
            // What the file says wrongly and what the database knows better are told together.
            for finding in try await NoticeReceipt.findings(in: receipts, by: connection) {
                Self.note(finding, in: table)
            }
            try table.problems.throwIfAny()
            return try await NoticeReceipt.record(receipts, from: "file", by: connection)
        }
    }

    private static func receipt(_ row: TableRow, in table: TableReader) -> NoticeReceipt? {
        let notice = table.code(NoticeID.self, ReceiptColumn.notice.rawValue, of: row)
        let outcome = table.word(NoticeReceipt.Outcome.self, ReceiptColumn.outcome.rawValue, of: row)
        var instant: Instant?
        if let text = row.text(ReceiptColumn.occurredAt.rawValue) {
            instant = Instant(text)
            if instant == nil {
                table.note(
                    .badInstant, ReceiptColumn.occurredAt.rawValue, of: row, expected: "2026-11-24T08:11:07+08:00")
            }
        }
        let gatewayID = row.text(ReceiptColumn.gatewayID.rawValue)
        if row.isEmpty(ReceiptColumn.notice.rawValue), gatewayID == nil {
            table.note(.missingValue, ReceiptColumn.notice.rawValue, of: row, expected: "notice_id, gateway_id")
            return nil
        }
        guard let outcome, let instant, notice != nil || row.isEmpty(ReceiptColumn.notice.rawValue) else { return nil }
        return NoticeReceipt(
            line: row.line, notice: notice, gatewayID: gatewayID, outcome: outcome, occurredAt: instant)
    }

    private static func note(_ finding: NoticeReceipt.Finding, in table: TableReader) {
        let column: ReceiptColumn =
            switch finding.column {
            case "gateway_id": .gatewayID
            case "occurred_at": .occurredAt
            case "outcome": .outcome
            default: .notice
            }
        table.problems.add(
            RowFault(rawValue: finding.problem) ?? .unknownNotice, line: finding.line, column: column.column,
            value: finding.value, expected: finding.expected)
    }
}
