package import FoundationEssentials
package import GasService
package import PostgresClient

/// The end of a crew's job that brings a notice of an outage or lights a household again.
package struct OutageJobClosing: Sendable, Hashable, Codable {
    /// The job.
    package let id: JobID
    /// The household.
    package let accountNo: AccountNumber
    /// The state in which it is now.
    package let state: String
    /// What came of it.
    package let result: String

    enum CodingKeys: String, CodingKey {
        case id
        case accountNo = "account_no"
        case state
        case result
    }

    /// What can come of such a job.
    package enum Result: String, Sendable, Hashable, CaseIterable {
        /// A notice was handed over to somebody.
        case delivered
        /// A notice was put into the letterbox.
        case posted
        /// The household was lit and tested.
        case lit
        /// Nobody opened.
        case noAccess = "no_access"
        /// The notice was refused.
        case refused
    }

    /// Closes the job; a repeat of the same command changes nothing and answers the same.
    ///
    /// - Parameters:
    ///   - job: The job.
    ///   - result: What came of it.
    ///   - instant: When.
    ///   - revisit: When a crew comes again to a household that could not be lit.
    ///   - command: The command's id.
    ///   - connection: A crew's or the office's.
    /// - Returns: What the schema recorded.
    /// - Throws: `PostgresError`; the schema refuses another crew's job, another kind's result, a letterbox for special care.
    nonisolated(nonsending) package static func close(
        _ job: JobID, result: Result, at instant: Instant, revisit: CalendarDate?, as command: UUID,
        by connection: PostgresConnection
    ) async throws -> OutageJobClosing {
        let answer = try await connection.queryOne(
            """
            SELECT close_outage_job(\(command), \(job.district), \(job.number), \(result.rawValue), \(instant), \(revisit))
            """, as: (String.self))
        return try JSONDecoder().decode(OutageJobClosing.self, from: Data(answer.utf8))
    }
}
