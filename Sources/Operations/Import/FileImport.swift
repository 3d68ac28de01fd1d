import Archive
import GasService
import PostgresClient

/// The course that all imports take: read and check each row, stage it, check the whole, apply all or nothing.
package struct FileImport: Sendable {
    /// The file, `-` for standard input.
    package let path: String
    /// The file's encoding.
    package let encoding: FileEncoding
    /// Whether to do everything but keep it.
    package let isDryRun: Bool

    /// An import of a file.
    package init(path: String, encoding: FileEncoding = .utf8, isDryRun: Bool = false) {
        self.path = path
        self.encoding = encoding
        self.isDryRun = isDryRun
    }

    /// Thrown to take back a dry run's transaction, with what it would have done.
    private struct TakenBack: Error {
        let report: ImportReport
    }

    /// Runs the import in one transaction.
    ///
    /// - Parameters:
    ///   - columns: The columns of the file.
    ///   - kind: Where the rows go.
    ///   - database: The company's.
    ///   - progress: Told after each piece and at each stage.
    ///   - rows: Makes the reader of rows once the header was read.
    /// - Returns: What was done, or would be.
    /// - Throws: `GasworksError.badRows` with everything that is wrong, after which nothing has changed.
    nonisolated(nonsending) func run<Rows: StagedRows>(
        columns: [ImportColumn], kind: ImportKind, into database: GasworksDatabase,
        progress: (ImportProgress) -> Void,
        rows: nonisolated(nonsending) (TableReader, ImportBasis, PostgresConnection) async throws -> Rows
    ) async throws -> ImportReport {
        do {
            return try await database.write("import \(path)") { connection in
                // Opened in here, so that a second try after a deadlock starts from the first byte.
                let file = try FileBytes(path: path)
                let table = try TableReader(
                    file: path, columns: columns, encoding: encoding, reader: DelimitedReader(source: file.read))
                let basis = try await ImportBasis.read(on: connection)
                let rows = try await rows(table, basis, connection)
                let staged = try await StagedImport(kind, on: connection)
                try await fill(staged, from: rows, file: file, progress: progress)
                try await settle(staged, rows: rows, table: table, progress: progress)
                progress(ImportProgress(stage: .storing, rows: table.rowCount, fraction: nil))
                let counts = try await staged.apply(fileDigest: file.digest)
                let report = ImportReport(
                    file: path, fileDigest: file.digest, isDryRun: isDryRun, rows: counts.rows,
                    inserted: counts.inserted, changed: counts.changed, unchanged: counts.unchanged,
                    newDistricts: rows.districts.subtracting(basis.districts).sorted())
                if isDryRun { throw TakenBack(report: report) }
                return report
            }
        } catch let taken as TakenBack {
            return taken.report
        }
    }

    nonisolated(nonsending) private func fill(
        _ staged: StagedImport, from rows: some StagedRows, file: FileBytes, progress: (ImportProgress) -> Void
    ) async throws {
        let table = rows.table
        try await staged.fill { piece in
            let hasMore = try rows.fill(&piece)
            let fraction = file.size.map { $0 == 0 ? 1 : min(1, Double(table.consumed) / Double($0)) }
            progress(ImportProgress(stage: .reading, rows: table.rowCount, fraction: fraction))
            return hasMore
        }
        if table.rowCount == 0 { table.problems.add(.emptyFile, line: nil) }
    }

    /// Adds what the database finds to what was found by reading, and ends the import if there is anything.
    nonisolated(nonsending) private func settle(
        _ staged: StagedImport, rows: some StagedRows, table: TableReader, progress: (ImportProgress) -> Void
    ) async throws {
        progress(ImportProgress(stage: .checking, rows: table.rowCount, fraction: nil))
        for finding in try await staged.check() { rows.note(finding) }
        try table.problems.throwIfAny()
    }
}

/// Rows of one kind on their way from a file to the staging table.
protocol StagedRows: AnyObject {
    /// Where the rows are read from, and problems are noted.
    var table: TableReader { get }
    /// The districts that rows named.
    var districts: Set<DistrictID> { get }
    /// Replaces a buffer's content by the next rows in COPY's form; false when there are none left.
    func fill(_ piece: inout [UInt8]) throws -> Bool
    /// Notes what the database found, unless reading has said so already.
    func note(_ finding: StagedImport.Finding)
}
