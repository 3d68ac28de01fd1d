import FoundationEssentials
package import GasService
package import PostgresClient

/// A job with all that is known to whoever works on it.
package struct JobSheet: Sendable {
    package let job: JobID
    package let kind: String
    package let state: String
    package let result: String?
    package let reason: VisitReason?
    package let date: CalendarDate
    /// Whose it is, by the published plan or else by the draft.
    package let crew: CrewID?
    package let account: AccountNumber?
    package let startedAt: Instant?
    package let closedAt: Instant?
    package let customerClass: CustomerClass?
    package let address: String?
    package let building: BuildingID?
    package let unit: String?
    package let floor: String?
    package let meter: String?
    package let needsSpecialCare: Bool
    package let deadline: CalendarDate?
    package let lastInspected: CalendarDate?
    /// Attempts counted for the open obligation.
    package let attempts: Int64
    /// The version of the plan that has it; nil when none has any more.
    package let version: Int32?
    package let sequence: Int16?
    package let arrival: Instant?
    package let departure: Instant?
    package let agreed: DayCandidate.AgreedSpan?
    package let note: String?
    package let findings: [Finding]

    /// What a visit found about an item of the checklist.
    package struct Finding: Sendable, Codable, Hashable {
        /// The item's code.
        package let item: String
        /// The grade, when it failed.
        package let grade: String?
        /// What was read.
        package let reading: String?

        /// States a finding.
        package init(item: String, grade: String?, reading: String?) {
            self.item = item
            self.grade = grade
            self.reading = reading
        }
    }

    /// Reads a job.
    ///
    /// - Throws: `GasworksError.unknownJob`; `PostgresError`, which for a crew refuses another crew's job.
    nonisolated(nonsending) package static func read(
        _ job: JobID, by connection: PostgresConnection
    ) async throws -> JobSheet {
        let rows = try await connection.query("SELECT * FROM job_sheet(\(job.district), \(job.number))")
        guard let row = rows.first else { throw GasworksError.unknownJob(job.text) }
        return try JobSheet(job, row)
    }

    private init(_ job: JobID, _ row: PostgresRow) throws {
        let reason: String?
        let from: Instant?
        let until: Instant?
        let findings: String?
        let isSpecial: Bool?
        self.job = job
        (
            kind, state, result, reason, date, crew, account, startedAt, closedAt, customerClass, address, building,
            unit, floor, meter, isSpecial, deadline, lastInspected, attempts, version, sequence, arrival, departure,
            from, until, note, findings
        ) = try row.decode(
            (
                String.self, String.self, String?.self, String?.self, CalendarDate.self, CrewID?.self,
                AccountNumber?.self, Instant?.self, Instant?.self, CustomerClass?.self, String?.self, BuildingID?.self,
                String?.self, String?.self, String?.self, Bool?.self, CalendarDate?.self, CalendarDate?.self,
                Int64.self, Int32?.self, Int16?.self, Instant?.self, Instant?.self, Instant?.self, Instant?.self,
                String?.self, String?.self
            ))
        self.reason = reason.flatMap(VisitReason.init(rawValue:))
        needsSpecialCare = isSpecial ?? false
        agreed = from.flatMap { from in until.map { DayCandidate.AgreedSpan(from: from, until: $0) } }
        self.findings =
            try findings.map { try JSONDecoder().decode([Finding].self, from: Data($0.utf8)) } ?? []
    }
}
