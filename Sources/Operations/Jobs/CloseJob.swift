package import Archive
package import Foundation
package import GasService
package import PostgresClient

/// Closes a job with what came of it, and works out what is owed next.
package struct CloseJob: Sendable {
    /// The job.
    package var job: JobID
    /// What came of it.
    package var result: VisitResult
    /// What was found about items of the checklist.
    package var items: [ChecklistAnswer]
    /// Free text.
    package var note: String?
    /// When it was done; nil for now.
    package var instant: Instant?
    /// The command's id; a repeat answers what was answered.
    package var command: UUID

    /// What became of a closed job, and what the crew must do at once.
    package struct Outcome: Sendable {
        /// What the database recorded.
        package let answer: JobClosing.Answer
        /// When it was done.
        package let occurredAt: Instant
        /// The gravest grade among the failed items.
        package let gravest: HazardGrade?
    }

    /// Gathers what is to be recorded.
    package init(
        job: JobID, result: VisitResult, items: [ChecklistAnswer] = [], note: String? = nil, at instant: Instant? = nil,
        command: UUID = UUID()
    ) {
        self.job = job
        self.result = result
        self.items = items
        self.note = note
        self.instant = instant
        self.command = command
    }

    /// Closes the job in one transaction.
    ///
    /// - Throws: `GasworksError`: `invalidValue` for an unknown item or findings that contradict the result, `unknownJob`,
    ///   `jobOfAnotherCrew`, `illegalJobState`, `missingCertificate`, `commandIDReused`.
    nonisolated(nonsending) package func run(in database: GasworksDatabase) async throws -> Outcome {
        try await database.write("job close") { connection in
            let zone = database.installation.timeZone
            var closing = self
            let occurredAt = try await connection.instant(instant)
            closing.instant = occurredAt
            let day = zone.date(of: occurredAt)
            let rules = try await ClosingRules.read(for: job.district, on: day, by: connection)
            return try await closing.close(by: connection, rules: rules, zone: zone)
        }
    }

    /// Closes the job on a connection by rules that were read before, for callers that close many.
    nonisolated(nonsending) package func close(
        by connection: PostgresConnection, rules: ClosingRules, zone: UtilityTimeZone
    ) async throws -> Outcome {
        let template = ChecklistTemplate.first
        let findings = try items.map { try $0.finding(by: template, failed: result == .hazard) }
        let failed = findings.filter { $0.grade != nil }.map(\.item)
        try template.check(result: result, failed: failed)
        let occurredAt = try await connection.instant(instant)
        let day = zone.date(of: occurredAt)
        let settings = rules.settings(of: job.district, on: day)
        let slot = SlotKind(
            date: day, time: zone.minute(of: occurredAt), eveningBegins: settings[.eveningBegins])
        var next: JobClosing.Next?
        if result.isCompletedInspection, let facts = try await ClosingFacts.read(job, by: connection) {
            next = rules.next(after: facts, completed: day, district: job.district)
        }
        let closing = JobClosing(
            job: job, result: result, occurredAt: occurredAt, slot: slot, note: note, findings: findings, next: next)
        return Outcome(
            answer: try await closing.close(as: command, by: connection), occurredAt: occurredAt,
            gravest: try template.gravestGrade(ofFailed: failed))
    }
}
