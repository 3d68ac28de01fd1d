package import GasService
package import PostgresClient

/// A bulk import inside one transaction: begin, fill, check, apply.
package struct StagedImport {
    /// What is imported.
    package let kind: ImportKind
    private let connection: PostgresConnection

    /// Something that only the database could see to be wrong with a staged row.
    package struct Finding: Sendable, Hashable {
        /// The file's line.
        package let line: Int
        /// The file's column.
        package let column: String
        /// What is wrong; nil when it is nothing that the row's author could mend.
        package let fault: RowFault?
        /// The offending value; never a private one.
        package let value: String?
        /// What it collides with, such as the line of an earlier row.
        package let expected: String?
    }

    /// How many rows an import met, and what became of them.
    package struct Counts: Sendable, Hashable {
        /// Rows of the file.
        package let rows: Int
        /// Rows that were new.
        package let inserted: Int
        /// Rows that changed what was there.
        package let changed: Int
        /// Rows that said what was there already.
        package let unchanged: Int
    }

    /// Makes the staging table in the transaction that is open on a connection.
    package init(_ kind: ImportKind, on connection: PostgresConnection) async throws {
        self.kind = kind
        self.connection = connection
        try await connection.execute(kind.begin)
    }

    /// Streams rows, in COPY's text form and the order of `kind.columns`, into the staging table.
    ///
    /// - Parameter next: Replaces a buffer's content by the next piece; false when there is none left.
    /// - Throws: `PostgresError`, and what `next` throws.
    nonisolated(nonsending) package func fill(_ next: (inout [UInt8]) throws -> Bool) async throws {
        var piece: [UInt8] = []
        try await connection.copyIn(into: kind.table, columns: kind.columns, format: .text) { writer in
            while try next(&piece) { try await writer.write(piece) }
        }
    }

    /// What only the database can see to be wrong with the staged rows, by line.
    nonisolated(nonsending) package func check() async throws -> [Finding] {
        try await connection.query(kind.check, as: (Int.self, String.self, String.self, String?.self, String?.self))
            .map { Finding(line: $0, column: $1, fault: RowFault(rawValue: $2), value: $3, expected: $4) }
    }

    /// Applies the staged rows.
    ///
    /// - Parameter fileDigest: The file's SHA-256 in hexadecimal, kept in the archive.
    /// - Returns: What became of the rows.
    /// - Throws: `PostgresError`; the schema refuses rows that were not checked and found good.
    nonisolated(nonsending) package func apply(fileDigest: String) async throws -> Counts {
        let (rows, inserted, changed, unchanged) = try await connection.queryOne(
            kind.apply(fileDigest: fileDigest), as: (Int.self, Int.self, Int.self, Int.self))
        return Counts(rows: rows, inserted: inserted, changed: changed, unchanged: unchanged)
    }
}
