import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

/// The main job, end to end, as its users do it: households in, inspections planned, a day's routes out, jobs closed, coverage
/// exported.
@Suite("A city through the whole loop")
struct CityLoopTests {
    private static let day = "2026-11-25"

    @Test(
        "a city is carried from its files to its coverage", .migratedDatabase, .timeLimit(.minutes(15)),
        arguments: [("helsinki", "Europe/Helsinki", 13_425), ("moscow", "Europe/Moscow", 17_720)])
    func loop(city: String, zone: String, households: Int) async throws {
        try await TestDatabase.current.sql("SELECT gasworks.install('\(zone)', true)")
        let loop = Loop(
            program: CommandLineProgram([
                "GASWORKS_DATABASE_URL": try TestDatabase.current.connectionURL(role: .administrator)
            ]))
        for (noun, file) in [("supply", "supply_nodes"), ("household", "households"), ("crew", "crews")] {
            let answer = try await loop.object(noun, "import", Self.file(file, of: city))
            if noun == "household" { #expect(answer["inserted"] as? Int == households) }
        }
        let plans = try #require(
            try await loop.answer("inspection", "plan", "--from", "2026-11-24", "--until", "2028-11-24")
                as? [[String: Any]])
        #expect(plans.reduce(0) { $0 + ($1["households"] as? Int ?? 0) } == households)
        #expect(plans.allSatisfy { $0["late"] as? Int == 0 && $0["verdict"] as? String == "feasible" })
        _ = try await loop.answer("route", "plan", "--date", Self.day, "--seconds", "3")
        let published = try await loop.object("route", "publish", "--date", Self.day)
        #expect((published["districts"] as? [Any])?.isEmpty == false)

        let overview = try await loop.object("route", "list", "--date", Self.day)
        let crews = try #require(overview["crews"] as? [[String: Any]])
        #expect(crews.allSatisfy { ($0["jobs"] as? Int ?? 0) > 0 })
        let crew = try #require(crews.first?["crew_id"] as? String)
        let route = try await loop.object("route", "show", "--crew", crew, "--date", Self.day)
        let stops = try #require(route["stops"] as? [[String: Any]])
        let jobs = stops.flatMap { $0["jobs"] as? [[String: Any]] ?? [] }
        try #require(jobs.count >= 4)

        let next = try await close(jobs, by: loop)
        let why = try await loop.object("inspection", "why", try Self.text("account_no", of: jobs[0]))
        #expect(why["deadline"] as? String == next && why["last_inspected"] as? String == Self.day)
        try await exports(of: crew, by: loop)
        let coverage = try #require(
            try await loop.answer("inspection", "coverage", "--year", "2026") as? [[String: Any]])
        #expect(
            Set(coverage.compactMap { $0["district"] as? String })
                == Set(plans.compactMap { $0["district"] as? String }))
        try await quietIntoHead(loop.program)
        let verified = try await loop.run("db", "verify")
        #expect(verified.errors.isEmpty)
    }

    /// Readers that have enough after a line are no error, neither for a table nor for rows that stream from the database.
    private func quietIntoHead(_ program: CommandLineProgram) async throws {
        for format in ["table", "json", "csv"] {
            for outcome in [
                try await program.runIntoHead("inspection", "due", "--until", "2028-01-01", "--format", format),
                try await program.runIntoHead(
                    "inspection", "coverage", "--year", "2026", "--list", "due", "--format", format),
            ] {
                #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
                #expect(outcome.output.count(where: \.isNewline) == 1)
            }
        }
    }

    /// Four doors with four results, and a fifth attempt that the rule refuses.
    ///
    /// - Returns: when the first, which passed, is due again.
    private func close(_ jobs: [[String: Any]], by loop: Loop) async throws -> String {
        let ids = try jobs.prefix(4).map { try Self.text("id", of: $0) }
        let passed = try await loop.object("job", "close", ids[0], "--result", "passed")
        let hazard = try await loop.object("job", "close", ids[1], "--result", "hazard", "--item", "leak=30 ppm")
        #expect(hazard["gravest_grade"] as? String == "I")
        let noAccess = try await loop.object("job", "close", ids[2], "--result", "no-access")
        #expect(noAccess["attempt_no"] as? Int == 1)
        #expect(noAccess["next_deadline"] is String == false)
        let refused = try await loop.object("job", "close", ids[3], "--result", "refused")
        #expect(refused["completed"] as? Bool == false)
        let again = try await loop.run("job", "close", ids[0], "--result", "passed", status: 77)
        #expect(try again.errorObject()["code"] as? String == "illegal_state_change")
        return try Self.text("next_deadline", of: passed)
    }

    private func exports(of crew: String, by loop: Loop) async throws {
        for (form, sign) in [
            ("geojson", "FeatureCollection"), ("gpx", "<gpx"), ("ics", "BEGIN:VCALENDAR"), ("html", "<html"),
            ("csv", ","),
        ] {
            let exported = try await loop.run("route", "export", "--date", Self.day, "--as", form)
            #expect(exported.output.contains(sign), "\(form)")
        }
        // A device stays a device, whoever writes a file to it.
        let device = FileManager.default.temporaryDirectory.appending(path: "gw-pipe-\(UUID().uuidString)").path
        defer { unlink(device) }
        #expect(mkfifo(device, 0o600) == 0)
        let reader = open(device, O_RDONLY | O_NONBLOCK)
        defer { _ = Glibc.close(reader) }
        _ = try await loop.run("route", "export", "--date", Self.day, "--as", "csv", "--crew", crew, "--output", device)
        var information = stat()
        #expect(lstat(device, &information) == 0 && information.st_mode & S_IFMT == S_IFIFO)
    }

    private static func text(_ key: String, of object: [String: Any]) throws -> String {
        try #require(object[key] as? String)
    }

    private static func file(_ name: String, of city: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "deploy/cities/\(city)/\(name).csv").path
    }
}

/// The program on the loop's database, whose clock stands on the morning of the published day.
private struct Loop {
    let program: CommandLineProgram

    func run(_ arguments: String..., status: Int32 = 0) async throws -> CommandLineProgram.Outcome {
        try await run(arguments, status: status)
    }

    func object(_ arguments: String...) async throws -> [String: Any] {
        try #require(try await run(arguments).json() as? [String: Any], "\(arguments)")
    }

    func answer(_ arguments: String...) async throws -> Any { try await run(arguments).json() }

    private func run(_ arguments: [String], status: Int32 = 0) async throws -> CommandLineProgram.Outcome {
        // Planned on the eve, done on the day.
        let isAtTheDoor = ["job", "coverage", "why", "verify"].contains { arguments.prefix(2).contains($0) }
        let now = isAtTheDoor ? "2026-11-25T09:00:00Z" : "2026-11-24T12:00:00Z"
        let outcome = try await program.run(
            arguments: arguments + ["--now", now, "--format", "json"], limit: .seconds(300))
        try #require(outcome.status == status, "\(arguments): \(outcome.errors)")
        return outcome
    }
}
