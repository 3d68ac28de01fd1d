package import Archive
package import Foundation
package import GasService

/// What a crew reports of a job that it is done with, whichever kind of job it is.
package struct JobReport: Sendable {
    /// The job.
    package var job: JobID
    /// What came of it.
    package var outcome: JobOutcome
    /// What was found about items of the checklist; of a visit only.
    package var items: [ChecklistAnswer]
    /// Free text; of a visit only.
    package var note: String?
    /// When it was done; nil for now.
    package var instant: Instant?
    /// When a crew comes again to a household that could not be lit; of a restoration only.
    package var revisit: CalendarDate?
    /// The command's id; a repeat answers what was answered.
    package var command: UUID

    /// What became of the job.
    package enum Closed: Sendable {
        /// A visit was closed.
        case visit(CloseJob.Outcome)
        /// A job that an outage asked for was closed.
        case outageJob(OutageJobClosing)
        /// A crew is done with a fault, or left it.
        case fault(FaultJobClosing)
    }

    /// Gathers what is reported.
    package init(
        of job: JobID, outcome: JobOutcome, items: [ChecklistAnswer] = [], note: String? = nil,
        at instant: Instant? = nil, revisit: CalendarDate? = nil, command: UUID = UUID()
    ) {
        (self.job, self.outcome, self.items, self.note) = (job, outcome, items, note)
        (self.instant, self.revisit, self.command) = (instant, revisit, command)
    }

    /// Closes the job as its kind asks.
    ///
    /// - Throws: `GasworksError`: `unknownJob`; `invalidValue` for a result of another kind of job, and for an option that
    ///   the job's kind would ignore; and what `CloseJob` and the schema's `close_outage_job` refuse.
    nonisolated(nonsending) package func close(in database: GasworksDatabase) async throws -> Closed {
        let kind = try await database.read { try await JobSheet.read(job, by: $0).kind }
        switch kind {
        case "notice": return .outageJob(try await deliver(in: database))
        case "restoration": return .outageJob(try await restore(in: database))
        case "fault": return .fault(try await finishFault(in: database))
        default: return .visit(try await visit(in: database))
        }
    }

    nonisolated(nonsending) private func visit(in database: GasworksDatabase) async throws -> CloseJob.Outcome {
        guard let result = outcome.ofVisit else { throw wrongOutcome("result_of_visit") }
        try refuse(revisit?.description, of: "--revisit", expected: "only_for_restoration")
        return try await CloseJob(
            job: job, result: result, items: items, note: note, at: instant, command: command
        ).run(in: database)
    }

    nonisolated(nonsending) private func deliver(in database: GasworksDatabase) async throws -> OutageJobClosing {
        guard let result = outcome.ofOutageJob, result != .lit else { throw wrongOutcome("result_of_delivery") }
        try refuse(revisit?.description, of: "--revisit", expected: "only_for_restoration")
        return try await closeOutageJob(result, in: database)
    }

    nonisolated(nonsending) private func restore(in database: GasworksDatabase) async throws -> OutageJobClosing {
        guard let result = outcome.ofOutageJob, result == .lit || result == .noAccess else {
            throw wrongOutcome("result_of_restoration")
        }
        if result == .lit { try refuse(revisit?.description, of: "--revisit", expected: "only_for_restoration") }
        return try await closeOutageJob(result, in: database)
    }

    /// A repaired fault that the crew has not said it handled was handled when the crew began.
    nonisolated(nonsending) private func finishFault(in database: GasworksDatabase) async throws -> FaultJobClosing {
        guard let result = FaultJobClosing.Result(rawValue: outcome.rawValue) else {
            throw wrongOutcome("result_of_fault")
        }
        try refuse(items.first?.code, of: "--item", expected: "only_for_visit")
        try refuse(revisit?.description, of: "--revisit", expected: "only_for_restoration")
        if result == .repaired, note == nil {
            throw GasworksError.invalidValue(name: "--note", value: "", expected: "work_done")
        }
        if result != .repaired { try refuse(note, of: "--note", expected: "only_for_repair") }
        return try await database.write("job close") { connection in
            try await FaultJobClosing.close(
                job, result: result, work: note, at: try await connection.instant(instant), as: command, by: connection)
        }
    }

    nonisolated(nonsending) private func closeOutageJob(
        _ result: OutageJobClosing.Result, in database: GasworksDatabase
    ) async throws -> OutageJobClosing {
        try refuse(items.first?.code, of: "--item", expected: "only_for_visit")
        try refuse(note, of: "--note", expected: "only_for_visit")
        return try await database.write("job close") { connection in
            try await OutageJobClosing.close(
                job, result: result, at: try await connection.instant(instant), revisit: revisit, as: command,
                by: connection)
        }
    }

    private func wrongOutcome(_ expected: String) -> GasworksError {
        .invalidValue(name: "--result", value: outcome.spelled, expected: expected)
    }

    /// Refuses what the kind of job has no place for, rather than to lose it.
    private func refuse(_ value: String?, of option: String, expected: String) throws(GasworksError) {
        if let value { throw .invalidValue(name: option, value: value, expected: expected) }
    }
}
