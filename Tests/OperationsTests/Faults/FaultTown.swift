import Archive
import Foundation
import GasService
import Operations
import PostgresTesting

/// A town on a Wednesday at work: two inspection crews of district A1 with a published day, and the company's repair crew.
struct FaultTown {
    let fixture: DayFixture

    /// 10:00 in Helsinki, on the day that is planned.
    static let now = "2026-11-25T08:00:00Z"

    static func found(repairCrews: Int = 1) async throws -> FaultTown {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        for number in 1...12 {
            try await fixture.building(
                "A1", number, households: 2, at: (60.170 + Double(number) / 1000, 24.94), campaign: "2026-11-25")
        }
        try await fixture.crew("I1", of: "A1")
        for number in 1...repairCrews {
            try await fixture.crew("R\(number)", of: "-", shift: 480..<960)
            _ = try await fixture.sql(
                """
                INSERT INTO gasworks.certificate VALUES ('R\(number)', 'repair', NULL, NULL),
                                                        ('R\(number)', 'emergency', NULL, NULL)
                """)
        }
        let town = FaultTown(fixture: fixture)
        try await fixture.with { database in
            _ = try await PlanDay.run(DayPlanRequest(date: DayFixture.date), in: database)
            _ = try await PublishDay.run(DayFixture.date, in: database)
        }
        return town
    }

    /// Reports a fault of a household.
    func report(
        _ account: String, _ severity: FaultSeverity = .general, in database: GasworksDatabase,
        at instant: String = now,
        dispatches: Bool = true
    ) async throws -> ReportFault.Outcome {
        try await ReportFault.run(
            FaultCourse.Report(
                account: AccountNumber(account), node: nil, severity: severity, scope: .customer,
                reportedAt: Instant(instant) ?? Instant(microseconds: 0), channel: "hotline", text: "no flame"),
            dispatches: dispatches, in: database)
    }

    /// Jobs that were planned, started or closed, a line for each with its crew, in their order.
    func jobs(of kind: String) async throws -> String {
        try await fixture.sql(
            """
            SELECT string_agg(crew_id || ' ' || state, ', ' ORDER BY job_no) FROM gasworks.job
            WHERE kind = '\(kind)' AND state IN ('planned', 'started', 'closed')
            """)
    }
}
