/// What a database does, as opposed to what it holds: one file of functions, a view, policies or privileges.
///
/// A file states how things are, and not how they came to be so; it is edited in place, and applied anew with all others
/// whenever one of them changed.
package struct RoutineFile: Sendable {
    /// The file's path below `sql/routines` without its ending, for instance `jobs/job_closing`.
    package let name: String
    /// The SQL text, byte for byte as in the repository.
    package let sql: String

    /// Names a file and its text.
    package init(name: String, sql: String) {
        self.name = name
        self.sql = sql
    }
}
