package import Archive

/// Takes in a file of crews with their depots, shifts and skills.
///
/// A skill that is new to a crew becomes a certificate without an expiry date, and one that the file names no more is
/// withdrawn. A certificate with an expiry date stays as it is, for `crew certify` knows better until when it holds.
package struct ImportCrews: Sendable {
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
            columns: CrewColumn.columns, kind: .crews, into: database, progress: progress
        ) { table, basis, _ in CrewRows(table, basis: basis) }
    }
}
