import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// Measures the declaration of an outage, with the notices it queues, against a bare INSERT of the same rows.
struct MeasureDeclaration: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declaration",
        abstract: "Measure the declaration of an outage against INSERT … SELECT of the rows that it writes.")

    @Option(help: "How many households lose their gas.")
    var households = 100_000

    @Option(help: "How often to measure both; the best counts.")
    var rounds = 3

    func run() async throws {
        try await BenchCompany.with(households: households) { company in
            try await company.sql("UPDATE gasworks.household SET phone = '+35840' || account_no")
            try await company.sql("VACUUM ANALYZE")
            let database = try await company.open()
            defer { database.close() }
            var best: (declaration: Double, rows: Double, report: Double) = (.infinity, .infinity, .infinity)
            for round in 1...max(1, rounds) {
                let (declaration, outage) = try await declare(onDay: round, in: database)
                let report = try await measuredSeconds { _ = try await OutageReport.run(outage, in: database) }
                let rows = try await measuredSeconds { try await repeatRows(of: outage, in: company) }
                print(
                    "declaration \(decimals(declaration)) s, the same rows by INSERT … SELECT \(decimals(rows)) s, "
                        + "status \(decimals(report)) s")
                best = (min(best.declaration, declaration), min(best.rows, rows), min(best.report, report))
            }
            Figure(
                work: "declaring an outage of \(households.grouped) households and queuing their notices",
                baseline: "`INSERT … SELECT` of the same rows: \(decimals(best.rows)) s",
                measured: "\(decimals(best.declaration)) s", ratio: best.declaration / best.rows, allowed: "1.5"
            ).report()
            Figure(
                work: "the status of that outage: who is missing, by when, and whether it can be made",
                measured: "\(decimals(best.report)) s", allowed: "–"
            ).report()
        }
    }

    /// Each round has a day of its own, for outages that overlap wait for a decision.
    private func declare(onDay day: Int, in database: GasworksDatabase) async throws -> (Double, OutageID) {
        guard let gate = NodeID("GATE"), let start = Instant("2026-12-\(day < 10 ? "0" : "")\(day)T08:00:00Z"),
            let end = Instant("2026-12-\(day < 10 ? "0" : "")\(day)T12:00:00Z")
        else { throw ValidationError("There are 31 days to declare outages on, one for each round.") }
        let declaration = OutageCourse.Declaration(
            area: OutageArea(nodes: [gate]), starts: start, ends: end, reason: "bench", isEmergency: false,
            announcesAtOnce: true)
        var answer: OutageCourse.Answer?
        let seconds = try await measuredSeconds {
            answer = try await database.write("declaration") { connection in
                try await OutageCourse(on: connection).declare(declaration, as: UUID())
            }
        }
        guard let answer, answer.affected == households, answer.queued == households else {
            throw ValidationError("The declaration did not reach every household.")
        }
        return (seconds, answer.id)
    }

    /// The rows of an outage once more, under a number that no outage has.
    private func repeatRows(of outage: OutageID, in company: BenchCompany) async throws {
        try await company.sql(
            """
            SET search_path = gasworks;
            BEGIN;
            INSERT INTO outage_household (district_id, outage_no, account_no, listed_at)
            SELECT district_id, 1000000 + outage_no, account_no, listed_at FROM outage_household
            WHERE outage_no = \(outage.number);
            INSERT INTO notice (district_id, outage_no, account_no, version, purpose, channel, urgent, due_at)
            SELECT district_id, 1000000 + outage_no, account_no, version, purpose, channel, urgent, due_at FROM notice
            WHERE outage_no = \(outage.number);
            COMMIT;
            """)
    }
}
