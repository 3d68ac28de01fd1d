import Schema

/// How a database stands to the migrations and routines of this program.
package struct MigrationStatus: Sendable, Hashable {
    /// A migration as the database remembers it.
    package struct Applied: Sendable, Hashable {
        /// Its place in the order.
        package let number: Int32
        /// Its name then.
        package let name: String
        /// The SHA-256 of its text then, in hex.
        package let checksum: String
    }

    /// What was applied, in order.
    package let applied: [Applied]
    /// Names that this program knows and the database lacks, in order.
    package let missing: [String]
    /// Names whose text is neither what was applied nor a former text of the same step, or whose name differs.
    package let changed: [String]
    /// Names that the database has and this program does not know: a newer program made them.
    package let newer: [String]
    /// How the functions, views, policies and privileges stand.
    package let routines: RoutineState

    init(applied: [Applied], known: [Migration], checksums: [String], routines: RoutineState) {
        let byNumber = Dictionary(applied.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let last = known.last?.number ?? 0
        self.applied = applied
        missing = known.filter { byNumber[$0.number] == nil }.map(\.name)
        changed = zip(known, checksums).filter { migration, checksum in
            guard let before = byNumber[migration.number] else { return false }
            return before.name != migration.name
                || (before.checksum != checksum && !migration.formerChecksums.contains(before.checksum))
        }.map(\.0.name)
        newer = applied.filter { $0.number > last }.map(\.name)
        self.routines = routines
    }

    /// Whether the database has exactly this program's schema.
    package var isCurrent: Bool { missing.isEmpty && changed.isEmpty && newer.isEmpty && routines == .current }
}
