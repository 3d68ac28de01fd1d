package import Archive
package import GasService
import PostgresClient

/// The report on how faults' deadlines were kept.
package enum ReportSLA {
    /// What is reported, and when it was judged.
    package struct Outcome: Sendable {
        /// The moment of the judgement.
        package let now: Instant
        /// Faults in it; joined reports count with the fault that they were joined to.
        package let faults: Int
        /// The figures.
        package let report: SLAReport
    }

    /// Judges the faults that were reported in a span of days, by replaying each from its events.
    ///
    /// - Throws: `GasworksError`.
    nonisolated(nonsending) package static func run(
        from: CalendarDate, until: CalendarDate, district: DistrictID? = nil, in database: GasworksDatabase
    ) async throws -> Outcome {
        let zone = database.installation.timeZone
        return try await database.snapshot { connection in
            let now = try await connection.present()
            let records = try await FaultRecord.all(
                .reported(from: zone.instant(of: from), until: zone.instant(of: until.adding(days: 1)), district),
                on: connection
            ).filter { $0.joinedTo == nil }
            let steps = Dictionary(
                grouping: try await FaultStep.all(of: records.map(\.id), on: connection), by: \.fault)
            let cases = records.compactMap { record -> SLAReport.Case? in
                let own = steps[record.id] ?? []
                guard let clock = SLAClock(own, targets: record.targets) else { return nil }
                let sendings = own.filter { $0.kind == "assigned" }.compactMap { step in
                    step.facts.arrival.map { BreachCause.Sending(at: step.recordedAt, promised: $0) }
                }
                return SLAReport.Case(fault: record.id, clock: clock, sendings: sendings)
            }
            return Outcome(
                now: now, faults: cases.count, report: SLAReport(cases, at: now, zone: zone))
        }
    }
}
