import EmbeddedPostgres
import Foundation
import GasService
import PostgresTesting
import Testing

@Suite("Commands about outages")
struct OutageCommandTests {
    private let eve = "--now=2026-11-24T12:00:00Z"

    @Test(.migratedDatabase) func `an outage runs by the commands from its declaration to the last household lit`()
        async throws
    {
        let program = try await town()
        let declared = try await program.run(
            "outage", "declare", "--node", "M", "--from", "2026-12-05T09:00", "--until", "2026-12-05T17:00", "--reason",
            "Valve", "--notify", "--format", "json", eve)
        let report = try #require(try declared.json() as? [String: Any], "\(declared.errors)")
        #expect(report["id"] as? String == "O-1")
        #expect(report["state"] as? String == "announced")
        #expect(report["missing"] as? Int == 6)
        #expect(report["can_be_made"] as? Bool == true)

        let idle = try await program.run("outage", "restore", "O-1", "--lit", "--format", "json", eve)
        #expect(idle.status == 77)
        #expect(try idle.errorObject()["code"] as? String == "illegal_outage_state")
        let early = try await program.run("outage", "start", "O-1", "--format", "json", "--now=2026-12-05T07:00:00Z")
        #expect(early.status == 77)
        #expect(try early.errorObject()["code"] as? String == "notices_missing")

        // The households without a telephone are told by a crew: their notices are on its route.
        let planned = try await program.run("route", "plan", "--date", "2026-11-25", eve)
        #expect(planned.status == 0, "\(planned.errors)")
        let published = try await program.run("route", "publish", "--date", "2026-11-25", eve)
        #expect(published.status == 0, "\(published.errors)")
        let jobs = try await program.run(
            "job", "list", "--crew", "A1-I1", "--date", "2026-11-25", "--format", "json", eve)
        let rows = try #require(try jobs.json() as? [[String: Any]], "\(jobs.errors)")
        #expect(rows.filter { $0["kind"] as? String == "notice" }.count == 6)
        #expect(rows.allSatisfy { $0["reason"] as? String == "outage_notice" })
        for row in rows {
            let id = try #require(row["id"] as? String)
            let closed = try await program.run(
                "job", "close", id, "--result", "delivered", "--now=2026-11-25T09:00:00Z")
            #expect(closed.status == 0, "\(closed.errors)")
        }

        let steps: [([String], String)] = [
            (["start", "O-1"], "2026-12-05T07:00:00Z"), (["restore", "O-1", "--checked"], "2026-12-05T12:00:00Z"),
            (["restore", "O-1", "--building", "K0", "--checked", "--lit"], "2026-12-05T12:10:00Z"),
            (["restore", "O-1", "--building", "K1", "--checked"], "2026-12-05T12:20:00Z"),
            (["restore", "O-1", "--account", "1005", "--lit"], "2026-12-05T12:30:00Z"),
            (["restore", "O-1", "--account", "1006", "--revisit", "2026-12-07"], "2026-12-05T12:30:00Z"),
            (["close", "O-1"], "2026-12-05T13:00:00Z"),
        ]
        for (arguments, now) in steps {
            let outcome = try await program.run(arguments: ["outage"] + arguments + ["--now=\(now)"])
            #expect(outcome.status == 0, "\(arguments) \(outcome.errors)")
        }
        let status = try await program.run("outage", "status", "O-1", "--format", "json", "--now=2026-12-05T13:00:00Z")
        let final = try #require(try status.json() as? [String: Any], "\(status.errors)")
        #expect(final["state"] as? String == "closed")
        #expect(final["ledger"] as? [String: Int] == ["lit": 5, "sealed": 1])
    }

    @Test(.migratedDatabase) func `a job is not closed with what its kind has no place for`() async throws {
        let program = try await town()
        for arguments in [
            ["outage", "declare", "--node", "M", "--from", "2026-12-05T09:00", "--until", "2026-12-05T17:00"]
                + ["--reason", "Valve", "--notify"],
            ["route", "plan", "--date", "2026-11-25"], ["route", "publish", "--date", "2026-11-25"],
        ] {
            let outcome = try await program.run(arguments: arguments + [eve])
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        let close = ["job", "close", "A1-1", "--now=2026-11-25T09:00:00Z", "--format", "json"]
        for (option, value) in [("--note", "dog"), ("--item", "leak"), ("--revisit", "2026-12-07")] {
            let outcome = try await program.run(arguments: close + ["--result", "delivered", option, value])
            #expect(outcome.status == 65)
            let facts = try #require(try outcome.errorObject()["facts"] as? [String: String])
            #expect(facts["name"] == option && facts["value"] == value)
        }
        for result in ["passed", "lit", "vacant"] {
            let outcome = try await program.run(arguments: close + ["--result", result])
            #expect(outcome.status == 65)
            #expect(try outcome.errorObject()["code"] as? String == "invalid_value")
        }
        #expect(try await program.run(arguments: close + ["--result", "posted"]).status == 0)
    }

    @Test(.migratedDatabase) func `a step that is sent again under its id answers again and is not taken twice`()
        async throws
    {
        let program = try await town()
        let declared = try await program.run(
            "outage", "declare", "--node", "M", "--from", "2026-12-05T09:00", "--until", "2026-12-05T17:00", "--reason",
            "Valve", "--notify", eve)
        try #require(declared.status == 0, "\(declared.errors)")
        func step(_ arguments: String..., id: Int) async throws -> CommandLineProgram.Outcome {
            try await program.run(
                arguments: ["outage"] + arguments + [
                    "--command-id", "00000000-0000-4000-8000-00000000000\(id)", "--format", "json", eve,
                ])
        }
        let moved = try await step("reschedule", "O-1", "--until", "2026-12-05T18:00", id: 1)
        let movedAgain = try await step("reschedule", "O-1", "--until", "2026-12-05T18:00", id: 1)
        #expect(moved.status == 0 && movedAgain.output == moved.output)
        #expect((try moved.json() as? [String: Any])?["version"] as? Int == 2)
        let waived = try await step("waive", "O-1", "--account", "1001", "--reason", "asked", id: 2)
        let waivedAgain = try await step("waive", "O-1", "--account", "1001", "--reason", "asked", id: 2)
        #expect(waived.status == 0 && waivedAgain.output == waived.output)
        let published = try await step("publish", "O-1", "--medium", "website", id: 3)
        let publishedAgain = try await step("publish", "O-1", "--medium", "website", id: 3)
        #expect(published.status == 0 && publishedAgain.output == published.output)
        let cancelled = try await step("cancel", "O-1", "--reason", "no parts", id: 4)
        let cancelledAgain = try await step("cancel", "O-1", "--reason", "no parts", id: 4)
        #expect(cancelled.status == 0 && cancelledAgain.output == cancelled.output)
        let other = try await step("cancel", "O-1", "--reason", "no parts", id: 5)
        #expect(other.status == 77)
    }

    @Test(.migratedDatabase) func `a refusal tells people the time by the utility's clock, and programs in UTC`()
        async throws
    {
        let program = try await town()
        let declare = [
            "outage", "declare", "--node", "M", "--from", "2026-11-24T13:00", "--until", "2026-11-24T17:00", "--reason",
            "Valve", eve,
        ]
        let told = try await program.run(arguments: declare)
        #expect(
            told.errors.hasPrefix(
                "error: A planned outage cannot start at 2026-11-24 13:00: it is 2026-11-24 14:00."))
        let facts = try #require(
            try await program.run(arguments: declare + ["--format", "json"]).errorObject()["facts"] as? [String: String]
        )
        #expect(facts == ["starts_at": "2026-11-24T11:00:00Z", "now": "2026-11-24T12:00:00Z"])
    }

    @Test(
        .migratedDatabase,
        arguments: [
            (["--node", "X", "--from", "2026-12-05T09:00", "--until", "2026-12-05T17:00"], "unknown_node"),
            (["--node", "M", "--from", "2026-12-05T09:00", "--until", "2026-12-05T09:00"], "end_before_start"),
            (["--node", "M", "--from", "2026-11-24T13:59", "--until", "2026-12-05T09:00"], "start_in_past"),
            (["--node", "M", "--from", "2027-03-28T03:30", "--until", "2027-03-28T09:00"], "skipped_by_clocks"),
            (["--node", "M", "--from", "2027-10-31T03:30", "--until", "2027-10-31T09:00"], "shown_twice"),
            (["--from", "2026-12-05T09:00", "--until", "2026-12-05T17:00"], "nobody_affected"),
        ] as [([String], String)])
    func `a declaration that cannot be is told why and changes nothing`(arguments: [String], code: String) async throws
    {
        let program = try await town()
        let outcome = try await program.run(
            arguments: ["outage", "declare", "--reason", "Valve", "--format", "json", eve] + arguments)
        #expect(outcome.status == 65)
        #expect(try outcome.errorObject()["code"] as? String == code)
        let list = try await program.run("outage", "list", "--all", "--format", "json", eve)
        #expect(list.output == "[]\n")
    }

    @Test(.migratedDatabase) func `a declaration that is too late says so and names the earliest start`() async throws {
        let program = try await town()
        let outcome = try await program.run(
            "outage", "declare", "--node", "M", "--from", "2026-11-25T09:00", "--until", "2026-11-25T17:00", "--reason",
            "Valve", "--format", "json", eve)
        let report = try #require(try outcome.json() as? [String: Any], "\(outcome.errors)")
        #expect(report["can_be_made"] as? Bool == false)
        #expect((report["earliest_start"] as? String ?? "") > "2026-11-26T12:00:00Z")
    }

    @Test(.migratedDatabase)
    func `a report to the authority names no customer, and the archive knows it by its digest`()
        async throws
    {
        let program = try await town()
        let declared = try await program.run(
            "outage", "declare", "--node", "M", "--from", "2026-12-05T09:00", "--until", "2026-12-06T17:00", "--reason",
            "Valve <1>", eve)
        #expect(declared.output.contains("gasworks outage report writes it"), "\(declared.errors)")
        let path = "/tmp/gw-report-\(UInt32.random(in: .min ... .max)).html"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let written = try await program.run(
            "outage", "report", "O-1", "--phone", "112", "--contact", "Duty officer, 113", "--output", path, "--format",
            "json", eve)
        let answer = try #require(try written.json() as? [String: Any], "\(written.errors)")
        let page = try String(contentsOfFile: path, encoding: .utf8)
        for part in [
            "Contingency report on outage O-1", "停气作业 O-1 应急预案报告", "Valve &lt;1&gt;", "32 hours (limit 24)",
            "Crew one", "Duty officer, 113", "Street 0", "Sunday 2026-12-06 17:40",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(!page.contains("1001"))
        let digest = try #require(answer["sha256"] as? String)
        let events = try await TestDatabase.current.sql(
            "SELECT payload ->> 'report_sha256' FROM gasworks.archive_event WHERE kind = 'outage_reported'")
        #expect(events == digest)
        #expect(SHA256.hexadecimal(Array(page.utf8)) == digest)
    }

    @Test(.migratedDatabase) func `a declaration with more to deliver by hand than crews can says by when they could`()
        async throws
    {
        let program = try await town()
        // A day has nine hours less a break; at an hour a notice the crew makes six or seven in a day and none at night.
        _ = try await program.run("db", "setting", "set", "notices.hand_minutes", "60", eve)
        let outcome = try await program.run(
            "outage", "declare", "--node", "M", "--from", "2026-11-28T09:00", "--until", "2026-11-28T12:00", "--reason",
            "Valve", "--format", "json", "--now=2026-11-25T16:00:00Z")
        let report = try #require(try outcome.json() as? [String: Any], "\(outcome.errors)")
        #expect(report["can_be_made"] as? Bool == false)
        #expect(report["undeliverable"] as? Int ?? 0 > 0)
        #expect((report["earliest_start"] as? String ?? "") > "2026-11-28T07:00:00Z")
    }

    /// The program on a town of six households without telephone, behind one main, in one district with one crew.
    private func town() async throws -> CommandLineProgram {
        try await CommandLineProgram.inTown(
            households: (1...6).map { number in
                "\(1000 + number),residential,,Street \((number - 1) / 4),K\((number - 1) / 4),\(number),1,A1,60.17,24.94,"
                    + "B1,M\(number),,,,2020-01-15,2026-10-05"
            },
            crews: ["A1-I1,Crew one,A1,60.17,24.94,08:00,17:00,inspection"], now: "2026-11-24T12:00:00Z")
    }
}
