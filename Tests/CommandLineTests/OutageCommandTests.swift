import EmbeddedPostgres
import Foundation
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

    /// The program on a town of six households without telephone, behind one main, in one district with one crew.
    private func town() async throws -> CommandLineProgram {
        let database = try TestDatabase.current
        try await database.sql("SELECT gasworks.install('Europe/Helsinki', true)")
        let program = CommandLineProgram(["GASWORKS_DATABASE_URL": database.connectionURL(role: .administrator)])
        let network = """
            node_id,kind,parent_id,name,latitude,longitude
            G,gate_station,,Gate,60.17,24.94
            R,regulator,G,Regulator,60.17,24.94
            M,main,R,Main,60.17,24.94
            B1,riser,M,Riser,60.17,24.94

            """
        let header =
            "account_no,customer_class,name,address,building,unit,floor,district,latitude,longitude,supply_node,meter_no,"
            + "phone,email,special_care,gas_on,last_inspected\n"
        let households = (1...6).map { number in
            "\(1000 + number),residential,,Street \((number - 1) / 4),K\((number - 1) / 4),\(number),1,A1,60.17,24.94,B1,"
                + "M\(number),,,,2020-01-15,2026-10-05\n"
        }
        let crews = """
            crew_id,name,district,depot_latitude,depot_longitude,shift_start,shift_end,skills
            A1-I1,Crew one,A1,60.17,24.94,08:00,17:00,inspection

            """
        for (noun, text) in [("supply", network), ("household", header + households.joined()), ("crew", crews)] {
            let outcome = try await program.run(arguments: [noun, "import", "-", eve], input: text)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        return program
    }
}
