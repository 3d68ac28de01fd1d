/// One step of the schema: a numbered SQL file, compiled into the binary.
package struct Migration: Sendable {
    /// The place in the order, from 1 on, as in the file's name.
    package let number: Int32
    /// The file's name without its ending, for instance `m0004_households`.
    package let name: String
    /// The SQL text, byte for byte as in the repository.
    package let sql: String
    /// SHA-256, in hex, of other texts under which this step was released and which, with the routines, made the same
    /// schema: a database that remembers one of them is as good as one that was made today.
    package let formerChecksums: [String]

    /// Names a step and its text.
    package init(number: Int32, name: String, sql: String, formerChecksums: [String] = []) {
        self.number = number
        self.name = name
        self.sql = sql
        self.formerChecksums = formerChecksums
    }
}
