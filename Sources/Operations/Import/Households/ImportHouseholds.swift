package import Archive
import GasService

/// Takes in a file of households: new ones with their archive and first inspection, changed ones with what changed.
///
/// All or nothing, and idempotent by account number: the same file again changes nothing and writes no event. An
/// inspection that the archive knows to be later than the file's stands.
package struct ImportHouseholds: Sendable {
    /// What to import and how.
    package let file: FileImport

    /// An import of a file.
    package init(_ file: FileImport) { self.file = file }

    /// Runs it in one transaction.
    ///
    /// - Throws: `GasworksError.badRows` with everything that is wrong, after which nothing has changed.
    nonisolated(nonsending) package func run(
        into database: GasworksDatabase, progress: (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        try await file.run(
            columns: HouseholdColumn.columns, kind: .households, into: database, progress: progress
        ) { table, basis, connection in
            let cycles = try await OpenCycle.all(dueBy: basis.today.adding(months: basis.earlyMonths), on: connection)
            return HouseholdRows(table, basis: basis, cycles: cycles)
        }
    }
}
