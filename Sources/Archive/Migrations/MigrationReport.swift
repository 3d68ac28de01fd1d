/// What one run of the migrator did.
package struct MigrationReport: Sendable, Hashable {
    /// The names of the migrations that it applied, in order.
    package let applied: [String]
    /// Whether it applied the routines.
    package let routinesApplied: Bool

    /// Whether there was nothing to do.
    package var isEmpty: Bool { applied.isEmpty && !routinesApplied }
}
