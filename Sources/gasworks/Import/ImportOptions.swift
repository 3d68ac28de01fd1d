import ArgumentParser
import GasService
import Operations
import Presentation

extension FileEncoding: ExpressibleByArgument {}

/// What all imports take.
struct ImportOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(ImportHelp.file))
    var file: String

    @Flag(help: ArgumentHelp(ImportHelp.dryRun))
    var dryRun = false

    @Option(help: ArgumentHelp(ImportHelp.encoding))
    var encoding: FileEncoding = .utf8

    /// The import that was asked for.
    var fileImport: FileImport { FileImport(path: file, encoding: encoding, isDryRun: dryRun) }
}

extension CommandContext {
    /// Runs an import with its progress shown, and says what it did.
    nonisolated(nonsending) func answerImport(
        of rows: ImportedRows, _ run: nonisolated(nonsending) ((ImportProgress) -> Void) async throws -> ImportReport
    ) async throws {
        let reporter = progress()
        defer { reporter.finish() }
        let report = try await run { progress in
            switch progress.stage {
            case .reading:
                // The rows of the whole file, as far as the part that was read tells.
                let total = progress.fraction.map { $0 == 0 ? 0 : Int(Double(progress.rows) / $0) }
                reporter.report(.importReading, done: progress.rows, of: total)
            case .checking: reporter.report(.importChecking, done: progress.rows, of: nil)
            case .storing: reporter.report(.importStoring, done: progress.rows, of: nil)
            }
        }
        reporter.finish()
        try answer(ImportAnswer(report), saying: .imported(rows, report.counts))
    }
}

/// What an import answers.
struct ImportAnswer: Encodable {
    /// The file's SHA-256, by which the archive's event names the import.
    let id: String
    let file: String
    let dryRun: Bool
    let rows: Int
    let inserted: Int
    let changed: Int
    let unchanged: Int
    let newDistricts: [DistrictID]

    init(_ report: ImportReport) {
        id = report.fileDigest
        file = report.file
        dryRun = report.isDryRun
        (rows, inserted, changed, unchanged) = (report.rows, report.inserted, report.changed, report.unchanged)
        newDistricts = report.newDistricts
    }
}

extension ImportReport {
    /// The figures as `Presentation` words them.
    var counts: ImportCounts {
        ImportCounts(
            rows: rows, inserted: inserted, changed: changed, unchanged: unchanged,
            newDistricts: newDistricts.map(\.text), isDryRun: isDryRun)
    }
}
