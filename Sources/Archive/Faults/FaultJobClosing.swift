package import FoundationEssentials
package import GasService
package import PostgresClient

/// That a crew is done with a fault's job.
package struct FaultJobClosing: Sendable, Hashable, Encodable {
    /// What comes of a fault's job.
    package enum Result: String, Sendable, Hashable, CaseIterable {
        /// The fault is repaired.
        case repaired
        /// Nobody opened: the fault waits for a crew again.
        case noAccess = "no_access"
        /// The crew was not let in, likewise.
        case refused
        /// The place could not be found, likewise.
        case notFound = "not_found"
    }

    /// The job.
    package let id: JobID
    /// The fault.
    package let fault: FaultID
    /// The state of the fault now.
    package let state: String

    /// Closes a job.
    ///
    /// A repair that the crew did not say was handled before was handled when the crew began.
    ///
    /// - Parameters:
    ///   - job: the job.
    ///   - result: what came of it.
    ///   - work: what was done; for a repair.
    ///   - instant: when.
    ///   - command: a repeat of the same changes nothing.
    ///   - connection: in a transaction.
    /// - Returns: where the fault stands now.
    /// - Throws: `GasworksError.unknownJob`; `PostgresError` with what the schema refuses.
    nonisolated(nonsending) package static func close(
        _ job: JobID, result: Result, work: String?, at instant: Instant, as command: UUID,
        by connection: PostgresConnection
    ) async throws -> FaultJobClosing {
        let row = try await connection.queryOptional(
            """
            SELECT j.fault_no, j.started_at, f.state FROM job AS j
            JOIN fault AS f ON f.district_id = j.district_id AND f.fault_no = j.fault_no
            WHERE j.district_id = \(job.district) AND j.job_no = \(job.number)
            """,
            as: (Int64.self, Instant?.self, String.self))
        guard let (number, started, before) = row, let fault = FaultID(district: job.district, number: number) else {
            throw GasworksError.unknownJob(job.text)
        }
        guard result == .repaired else {
            try await connection.execute(
                "SELECT leave_fault_job(\(command), \(job.district), \(job.number), \(result.rawValue), \(instant))")
            return FaultJobClosing(id: job, fault: fault, state: before)
        }
        if before == "open" {
            _ = try await FaultCourse(on: connection, as: UUID()).handle(
                fault, .workBegun, at: started ?? instant, crew: nil, note: nil, deviceShows: nil)
        }
        let answer = try await FaultCourse(on: connection, as: command).repair(
            fault, FaultCourse.Repair(at: instant, proof: .customer, work: work ?? ""), deviceShows: nil)
        return FaultJobClosing(id: job, fault: fault, state: answer.state)
    }
}
