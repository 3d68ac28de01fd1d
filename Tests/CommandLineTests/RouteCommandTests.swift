import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

@Suite("Commands about routes and jobs")
struct RouteCommandTests {
    /// The program on a small city of two districts that is planned from 25 November 2026 on.
    private func withPlannedCity(_ body: (CommandLineProgram) async throws -> Void) async throws {
        let program = try await CommandLineProgram.inTown(
            households: (1...24).map { number in
                let building = (number - 1) / 4
                let district = building < 3 ? "A1" : "A2"
                return "\(1000 + number),residential,,Mühlenstraße 磨坊 \(building),K\(building),\(number),1,\(district),"
                    + "\(60.17 + 0.003 * Double(building)),24.94,B1,M\(number),,,,2020-01-15,2024-12-05"
            },
            crews: [
                "A1-I1,Crew one,A1,60.17,24.94,08:00,17:00,inspection",
                "A2-I1,Crew two,A2,60.18,24.94,08:00,17:00,inspection",
                "R3,Evening crew,,60.17,24.94,16:00,24:00,inspection;repair",
            ], now: "2026-11-24T12:00:00Z")
        try await TestDatabase.current.sql(
            """
            INSERT INTO gasworks.horizon_plan
            SELECT d, 1, '2026-11-25', '2026-12-31', gen_random_uuid(), 't', 't', now(), '{}'
            FROM unnest(ARRAY['A1', 'A2']) AS d;
            INSERT INTO gasworks.campaign
            SELECT DISTINCT district_id, 1, right(building_id, 1)::integer, building_id, DATE '2026-11-25', 1, 24
            FROM gasworks.household;
            INSERT INTO gasworks.campaign_household
            SELECT district_id, 1, right(building_id, 1)::integer, account_no, '2026-12-05' FROM gasworks.household
            """)
        try await body(program)
    }

    private let eve = "--now=2026-11-24T12:00:00Z"
    private let morning = "--now=2026-11-25T08:00:00Z"
    private let date = "2026-11-25"

    private func object(_ outcome: CommandLineProgram.Outcome) throws -> [String: Any] {
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(try outcome.json() as? [String: Any])
    }

    @Test("a day is planned, published and pulled by a crew in the form that scripts rely on", .migratedDatabase)
    func day() async throws {
        try await withPlannedCity { program in
            let plan = try object(try await program.run("route", "plan", "--date", date, eve, "--format", "json"))
            #expect(plan["id"] as? String == date)
            #expect(
                (plan["plans"] as? [[String: Any]])?.map { $0["id"] as? String } == [
                    "A1 2026-11-25 v1", "A2 2026-11-25 v1",
                ])
            let early = try await program.run(
                "route", "show", "--crew", "A1-I1", "--date", date, eve, "--format", "json")
            #expect(early.status == 65)
            #expect(try early.errorObject()["code"] as? String == "nothing_published")
            let draft = try object(
                try await program.run(
                    "route", "show", "--crew", "A1-I1", "--date", date, "--draft", eve, "--format", "json"))
            #expect((draft["stops"] as? [Any])?.count == 3)

            let published = try object(
                try await program.run("route", "publish", "--date", date, eve, "--format", "json"))
            #expect((published["districts"] as? [[String: Any]])?.map { $0["planned"] as? Int } == [12, 12])
            let route = try object(
                try await program.run("route", "show", "--crew", "A1-I1", "--date", date, eve, "--format", "json"))
            #expect(route["crew_id"] as? String == "A1-I1" && route["date"] as? String == date)
            #expect(route["version"] as? Int == 1)
            let stops = try #require(route["stops"] as? [[String: Any]])
            #expect(stops.map { $0["sequence"] as? Int } == [1, 2, 3])
            for stop in stops {
                #expect(stop["address"] as? String != nil)
                let arrival = try #require(stop["arrival"] as? String)
                let departure = try #require(stop["departure"] as? String)
                #expect(arrival < departure && arrival.hasSuffix("Z"))
                let jobs = try #require(stop["jobs"] as? [[String: Any]])
                #expect(jobs.count == 4)
                #expect(
                    jobs.allSatisfy {
                        ($0["id"] as? String)?.hasPrefix("A1-") == true && $0["kind"] as? String == "inspection"
                    })
                #expect(jobs.allSatisfy { ($0["account_no"] as? String)?.count == 4 })
            }
        }
    }

    @Test("a crew works through its jobs, and is told what must follow", .migratedDatabase)
    func jobs() async throws {
        try await withPlannedCity { program in
            _ = try await program.run("route", "plan", "--date", date, eve)
            _ = try await program.run("route", "publish", "--date", date, eve)
            let listed = try await program.run(
                "job", "list", "--crew", "A1-I1", "--date", date, morning, "--format", "json")
            let jobs = try #require(try listed.json() as? [[String: Any]])
            let ids = jobs.compactMap { $0["id"] as? String }
            #expect(ids.count == 12)
            let started = try object(try await program.run("job", "start", ids[0], morning, "--format", "json"))
            #expect(started["id"] as? String == ids[0] && started["state"] as? String == "started")

            let id = UUID().uuidString
            let close = [
                "job", "close", ids[0], "--result", "hazard", "--item", "leak=30 ppm", "--command-id", id, morning,
            ]
            let closed = try object(try await program.run(arguments: close + ["--format", "json"]))
            #expect(closed["id"] as? String == ids[0] && closed["gravest_grade"] as? String == "I")
            let follow = try #require(closed["must_follow"] as? [[String: Any]])
            #expect(
                follow.map { $0["code"] as? String } == [
                    "turn_gas_off", "tell_dispatch", "hand_over_notice", "rectify",
                ])
            #expect(follow[1]["by"] as? String == "2026-11-25T08:30:00Z")
            let repeated = try await program.run(arguments: close + ["--lang", "zh"])
            #expect(repeated.status == 0 && repeated.output.contains("立即停气") && repeated.output.contains("10:30 前报告调度"))

            let absent = try await program.run("job", "close", ids[1], "--result", "no-access", morning)
            #expect(absent.output.contains("attempt 1") && absent.output.contains("slip"))
            let twice = try await program.run("job", "close", ids[1], "--result", "passed", morning, "--format", "json")
            #expect(twice.status == 77)
            #expect(try twice.errorObject()["code"] as? String == "illegal_state_change")
            let wrong = try await program.run(
                "job", "close", ids[2], "--result", "hazard", "--item", "nonsense", morning)
            #expect(wrong.status == 65 && wrong.errors.contains("nonsense") && wrong.errors.contains("hose_age"))
            let lost = try await program.run("job", "show", "A1-99999", morning)
            #expect(lost.status == 65)

            let shown = try object(try await program.run("job", "show", ids[0], morning, "--format", "json"))
            #expect(shown["result"] as? String == "hazard" && (shown["findings"] as? [Any])?.count == 1)
            let explained = try object(
                try await program.run("route", "explain", ids[3], morning, "--format", "json"))
            #expect(explained["reason"] as? String == "campaign" && explained["crew_id"] as? String == "A1-I1")
            let overview = try await program.run("route", "list", "--date", date, morning, "--format", "csv")
            #expect(overview.output.split(whereSeparator: \.isNewline).count == 3)
        }
    }

    @Test("the day goes out as GeoJSON, GPX, iCalendar, CSV and a map in one file", .migratedDatabase)
    func exports() async throws {
        try await withPlannedCity { program in
            _ = try await program.run("route", "plan", "--date", date, eve)
            _ = try await program.run("route", "publish", "--date", date, eve)
            let export = ["route", "export", "--date", date, eve]
            let geojson = try object(try await program.run(arguments: export + ["--as", "geojson"]))
            #expect((geojson["features"] as? [Any])?.count == 2 + 2 + 6)
            let gpx = try await program.run(arguments: export + ["--as", "gpx", "--crew", "A1-I1"])
            #expect(gpx.output.hasPrefix("<?xml") && gpx.output.contains("<rtept"))
            let calendar = try await program.run(arguments: export + ["--as", "ics"])
            #expect(calendar.output.components(separatedBy: "BEGIN:VEVENT").count == 7)
            let csv = try await program.run(arguments: export + ["--as", "csv"])
            #expect(csv.output.split(whereSeparator: \.isNewline).count == 25)
            let file = FileManager.default.temporaryDirectory.appending(path: "gw-map-\(UUID().uuidString).html")
            defer { try? FileManager.default.removeItem(at: file) }
            let map = try await program.run(arguments: export + ["--as", "html", "--output", file.path])
            #expect(map.status == 0 && map.output.contains(file.path))
            let page = try String(contentsOf: file, encoding: .utf8)
            #expect(page.contains("Mühlenstraße 磨坊") && !page.contains("src=\"http"))
        }
    }

    @Test("a list of a district that is none is refused, not empty", .migratedDatabase)
    func unknownDistrict() async throws {
        try await withPlannedCity { program in
            for command in [
                ["crew", "list"], ["inspection", "due", "--until", "2027-01-01"], ["inspection", "campaign", "list"],
                ["inspection", "appointment", "list"], ["inspection", "coverage", "--year", "2026"],
                ["inspection", "rule", "list"], ["db", "setting", "list"], ["db", "verify"],
                ["route", "list", "--date", date], ["route", "export", "--date", date, "--as", "csv"],
            ] {
                let outcome = try await program.run(
                    arguments: command + ["--district", "A9", eve, "--format", "json"])
                #expect(outcome.status == 65, "\(command)")
                #expect(try outcome.errorObject()["code"] as? String == "unknown_district", "\(command)")
            }
        }
    }

    @Test(
        "wrong usage of route commands is refused before anything happens",
        arguments: [
            ["route", "plan"], ["route", "plan", "--date", "tomorrow"],
            ["route", "plan", "--date", "2026-11-25", "--seconds", "0"],
            ["route", "explain", "nonsense"], ["job", "close", "A1-1"], ["job", "close", "A1-1", "--result", "fine"],
            ["job", "close", "A1-1", "--result", "passed", "--command-id", "7"],
            ["route", "export", "--date", "2026-11-25", "--as", "pdf"],
        ])
    func usage(arguments: [String]) async throws {
        let outcome = try await CommandLineProgram().run(arguments: arguments)
        #expect(outcome.status == 64)
    }
}
