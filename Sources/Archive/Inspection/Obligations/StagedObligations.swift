package import FoundationEssentials
package import GasService
package import PostgresClient

/// Obligations derived anew on their way into a district: staged by COPY, then put in place of the open ones.
package struct StagedObligations: Sendable {
    /// The new dates of one open obligation.
    package struct Derived: Sendable {
        /// The household.
        package let account: AccountNumber
        /// The obligation.
        package let obligation: Obligation
        /// The number of the rule that governs it.
        package let ruleID: Int32

        /// States new dates.
        package init(account: AccountNumber, obligation: Obligation, ruleID: Int32) {
            self.account = account
            self.obligation = obligation
            self.ruleID = ruleID
        }
    }

    /// Puts new dates in place of those that are open, in the transaction of a connection; each is an event of its household.
    ///
    /// - Returns: How many obligations moved.
    /// - Throws: `PostgresError`; the schema refuses a deadline that no rule allows.
    nonisolated(nonsending) package static func apply(
        _ derived: [Derived], in district: DistrictID, as command: UUID, on connection: PostgresConnection
    ) async throws -> Int {
        try await connection.execute("SELECT begin_derived_obligations()")
        try await connection.copyIn(
            into: "pg_temp.staged_obligation",
            columns: ["account_no", "window_opens", "deadline", "deemed_date", "rule_id"], format: .binary
        ) { writer in
            for one in derived {
                let due = one.obligation
                try await writer.write(row: one.account, due.opens, due.deadline, due.deemedDate, one.ruleID)
            }
        }
        return try await connection.queryOne(
            "SELECT (apply_derived_obligations(\(command), \(district)) ->> 'moved')::bigint", as: (Int.self))
    }
}
