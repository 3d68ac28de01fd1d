package import GasService

/// What an import did, or would do.
package struct ImportReport: Sendable, Hashable {
    /// The file as the user named it.
    package let file: String
    /// The file's SHA-256 in hexadecimal, by which the archive names it.
    package let fileDigest: String
    /// Whether nothing was changed because that was asked for.
    package let isDryRun: Bool
    /// Rows of the file, blank ones not counted.
    package let rows: Int
    /// Rows that were new.
    package let inserted: Int
    /// Rows that changed what was there.
    package let changed: Int
    /// Rows that said what was there already.
    package let unchanged: Int
    /// Districts that appeared with this file.
    package let newDistricts: [DistrictID]
}

/// How far an import has come.
package struct ImportProgress: Sendable, Hashable {
    /// What is being done.
    package let stage: Stage
    /// Rows read so far.
    package let rows: Int
    /// The share of the file that was read, 0 to 1; nil for a pipe, whose length nobody knows.
    package let fraction: Double?

    /// The stages of an import, in order.
    package enum Stage: Sendable, Hashable {
        /// Rows are read, checked, and sent to the database.
        case reading
        /// The database compares rows with each other and with what it holds.
        case checking
        /// The database stores what is new.
        case storing
    }
}
