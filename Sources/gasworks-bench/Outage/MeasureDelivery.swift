import Archive
import ArgumentParser
import EmbeddedPostgres
import Foundation
import GasService
import LoopbackGateway
import Operations
import Presentation

/// Measures `gasworks notice deliver`, the program with its courier, through a gateway on loopback that answers at once.
struct MeasureDelivery: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivery", abstract: "Measure the delivery of notices through an HTTP gateway on loopback.")

    @Option(help: "How many notices are delivered in each round.")
    var notices = 2000

    @Option(help: "How many are sent at the same time.")
    var atOnce = 16

    @Option(help: "How often to measure; the best counts.")
    var rounds = 3

    func run() async throws {
        try await BenchCompany.with(households: notices) { company in
            try await company.sql(
                """
                UPDATE gasworks.household SET phone = '+35840' || account_no;
                INSERT INTO gasworks.setting (district_id, name, valid_from, revision, value, set_by, operator, set_at)
                VALUES ('-', 'notices.sms_per_minute', '2026-01-01', 1, '600000', 'bench', 'bench', now());
                """)
            let server = try LoopbackServer { _ in .answer(202, "{\"id\": \"\(UInt64.random(in: .min ... .max))\"}") }
            let file = "/tmp/gasworks-bench-\(getpid()).json"
            guard
                FileManager.default.createFile(
                    atPath: file, contents: Data(Self.gateways(port: server.port).utf8),
                    attributes: [.posixPermissions: 0o600])
            else { throw ValidationError("\(file) cannot be written.") }
            defer { try? FileManager.default.removeItem(atPath: file) }
            let database = try await company.open()
            defer { database.close() }
            let worker = ColdProcess.gasworks(
                "notice", "deliver", "--gateways", file, "--phone", "112", "--at-once", "\(atOnce)", "--now",
                BenchCompany.now, "--database", company.cluster.connectionURL(role: .dispatcher))
            var best = Double.infinity
            for round in 1...max(1, rounds) {
                try await declare(onDay: round, in: database)
                let took = try worker.measure()
                let sent = try await company.sql("SELECT count(*) FROM gasworks.notice WHERE state = 'sent'")
                    .trimmingCharacters(in: .newlines)
                guard sent == "\(round * notices)" else {
                    throw ValidationError("Sent are \(sent) of \(round * notices) notices.")
                }
                print("delivery of \(notices) notices \(decimals(took)) s")
                best = min(best, took)
            }
            Figure(
                work: "delivering \(notices.grouped) notices by HTTP to a gateway on loopback, `--at-once \(atOnce)`",
                measured: "\(decimals(Double(notices) / best, 0)) notices/s", allowed: "–"
            ).report()
        }
    }

    private static func gateways(port: UInt16) -> String {
        """
        {"sms": {"url": "http://127.0.0.1:\(port)/messages", "headers": {"Idempotency-Key": "{{key}}"},
                 "json": {"to": "{{to}}", "text": "{{text}}"}, "reference": "id"}}
        """
    }

    /// Each round has a day of its own, for outages that overlap wait for a decision.
    private func declare(onDay day: Int, in database: GasworksDatabase) async throws {
        guard let gate = NodeID("GATE"), let start = Instant("2026-12-\(day < 10 ? "0" : "")\(day)T08:00:00Z") else {
            throw ValidationError("There are 31 days to declare outages on, one for each round.")
        }
        let declaration = OutageCourse.Declaration(
            area: OutageArea(nodes: [gate]), starts: start, ends: start.adding(minutes: 240), reason: "bench",
            isEmergency: false, announcesAtOnce: true)
        let outcome = try await DeclareOutage.run(declaration, in: database)
        guard outcome.answer.queued == notices else { throw ValidationError("Not every household is told.") }
    }
}
