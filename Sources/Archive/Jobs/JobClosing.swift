package import FoundationEssentials
package import GasService
package import PostgresClient

/// What is recorded when a job is closed.
package struct JobClosing: Sendable {
    /// The job.
    package let job: JobID
    /// What came of it.
    package let result: VisitResult
    /// When the crew was done.
    package let occurredAt: Instant
    /// The kind of slot that was.
    package let slot: SlotKind
    /// Free text; kept beside the archive.
    package let note: String?
    /// What was found.
    package let findings: [JobSheet.Finding]
    /// What is owed next, with its rule's number; nil when the visit leaves the obligation open.
    package let next: Next?

    /// The obligation that follows.
    package struct Next: Sendable, Hashable {
        package let opens: CalendarDate
        package let deadline: CalendarDate
        package let deemedDate: CalendarDate
        /// The number of the version that governs it.
        package let rule: Int32?

        /// States the obligation.
        package init(opens: CalendarDate, deadline: CalendarDate, deemedDate: CalendarDate, rule: Int32?) {
            self.opens = opens
            self.deadline = deadline
            self.deemedDate = deemedDate
            self.rule = rule
        }
    }

    /// What the database answers; the same for a repeat of the command.
    package struct Answer: Sendable, Hashable, Codable {
        /// The job.
        package let id: JobID
        /// The household.
        package let accountNo: AccountNumber?
        /// The state in which the job is now.
        package let state: String
        /// What came of it.
        package let result: VisitResult
        /// Whether it was a completed inspection.
        package let completed: Bool?
        /// Which counted attempt it was; nil when it was none.
        package let attemptNo: Int?
        /// The deadline that follows; nil when the obligation stays open.
        package let nextDeadline: CalendarDate?

        enum CodingKeys: String, CodingKey {
            case id
            case accountNo = "account_no"
            case state
            case result
            case completed
            case attemptNo = "attempt_no"
            case nextDeadline = "next_deadline"
        }
    }

    /// Gathers what is recorded.
    package init(
        job: JobID, result: VisitResult, occurredAt: Instant, slot: SlotKind, note: String?,
        findings: [JobSheet.Finding], next: Next?
    ) {
        self.job = job
        self.result = result
        self.occurredAt = occurredAt
        self.slot = slot
        self.note = note
        self.findings = findings
        self.next = next
    }

    /// Closes the job; a repeat of the same command changes nothing and answers the same.
    ///
    /// - Throws: `PostgresError`; the schema refuses another crew's job, a job in another state, a crew without
    ///   certificate, an instant of a day to come, and a deadline later than the rule allows.
    nonisolated(nonsending) package func close(
        as command: UUID, by connection: PostgresConnection
    ) async throws -> Answer {
        let findings =
            findings.isEmpty ? "[]" : String(decoding: try JSONEncoder().encode(findings), as: UTF8.self)
        let answer = try await connection.queryOne(
            """
            SELECT close_job(\(command), \(job.district), \(job.number), \(result), \(occurredAt), \(slot), \(note),
                             \(PostgresJSONText(text: findings)), \(next?.opens), \(next?.deadline),
                             \(next?.deemedDate), \(next?.rule))
            """,
            as: (String.self))
        return try JSONDecoder().decode(Answer.self, from: Data(answer.utf8))
    }
}
