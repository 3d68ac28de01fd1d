package import GasService

/// What a database is: the company's time zone, whether its clock may be moved, and its schema.
package struct Installation: Sendable, Hashable {
    /// The utility's time zone, by which days and deadlines are reckoned.
    package let timeZone: UtilityTimeZone
    /// Whether this is a rehearsal, in which `--now` is allowed.
    package let isRehearsal: Bool
    /// The number of the last migration that was applied.
    package let schemaVersion: Int32
}
