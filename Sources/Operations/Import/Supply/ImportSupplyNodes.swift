package import Archive

/// Takes in a file of supply nodes, which together with those known must form a tree; see `SupplyTreeCheck`.
package struct ImportSupplyNodes: Sendable {
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
            columns: SupplyColumn.columns, kind: .supplyNodes, into: database, progress: progress
        ) { table, _, connection in SupplyRows(table, known: try await KnownSupplyNode.all(on: connection)) }
    }
}
