import Archive
import Foundation
import GasService
import Operations
import PostgresTesting
import Testing

@Suite("Planning a day")
struct PlanDayTests {
    private let date = DayFixture.date

    private func oneDistrict(buildings: Int = 4) async throws -> DayFixture {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        for number in 1...buildings {
            try await fixture.building(
                "A1", number, households: 5, at: (60.17 + 0.002 * Double(number), 24.94), campaign: "2026-11-25")
        }
        try await fixture.crew("A1-I1", of: "A1")
        return fixture
    }

    private func routes(_ database: GasworksDatabase, draft: Bool = true) async throws -> [String] {
        try await ReadRoutes.all(on: date, draft: draft, in: database).routes.flatMap { route in
            route.stops.flatMap { stop in
                stop.jobs.map { "\(route.crew) \(stop.sequence) \($0.arrival) \($0.account?.text ?? "")" }
            }
        }
    }

    @Test("the same day and seed give the same plan", .migratedDatabase)
    func determinism() async throws {
        let fixture = try await oneDistrict(buildings: 12)
        try await fixture.with { database in
            _ = try await PlanDay.run(DayPlanRequest(date: date, seed: 7), in: database)
            let first = try await routes(database)
            _ = try await PlanDay.run(DayPlanRequest(date: date, seed: 7), in: database)
            #expect(try await routes(database) == first)
            #expect(first.count == 60)
        }
    }

    @Test("of two dispatchers at once one plan stands, and the other is told who and when", .migratedDatabase)
    func conflict() async throws {
        let fixture = try await oneDistrict()
        let anna = try await fixture.open(as: "Anna")
        let bo = try await fixture.open(as: "Bo")
        defer {
            anna.close()
            bo.close()
        }
        let date = date
        // Both have read the day before either saves: the second plans while the first holds what it read.
        let gate = Gate(parties: 2)
        func plan(_ database: GasworksDatabase) async -> Result<[PlanDay.Saved], any Error> {
            await Result {
                try await PlanDay.run(DayPlanRequest(date: date), in: database) { step in
                    if case .routing = step { await gate.arrive() }
                }
            }
        }
        async let first = plan(anna)
        async let second = plan(bo)
        let outcomes = await [first, second]
        let saved = outcomes.compactMap { try? $0.get() }
        #expect(saved.map { $0.map(\.version) } == [[1]])
        let refusals = outcomes.compactMap { outcome -> GasworksError? in
            if case .failure(let error) = outcome { error as? GasworksError } else { nil }
        }
        guard case .planConflict(let subject, let by, let at) = try #require(refusals.first) else {
            Issue.record("not a conflict: \(refusals)")
            return
        }
        let stored = try await fixture.sql("SELECT operator FROM gasworks.day_plan")
        #expect(by == stored && subject.contains("2026-11-25") && at == Instant("2026-11-24T10:00:00Z"))
    }

    @Test(
        "what a crew has begun stays with it, first in its route, whatever is planned and published later",
        .migratedDatabase)
    func begunWorkStays() async throws {
        let fixture = try await oneDistrict()
        try await fixture.with { database in
            _ = try await PlanDay.run(DayPlanRequest(date: date), in: database)
            _ = try await PublishDay.run(date, in: database)
        }
        let jobs = try await fixture.with { database in
            try await ReadRoutes.one(of: try #require(CrewID("A1-I1")), on: date, in: database).stops.flatMap(\.jobs)
        }
        try await fixture.with(at: "2026-11-25T07:00:00Z") { database in
            _ = try await CloseJob(job: jobs[0].job, result: .passed).run(in: database)
            _ = try await StartJob.run(jobs[1].job, in: database)
        }
        // A second crew comes on duty, and the morning is planned anew.
        try await fixture.crew("A1-I2", of: "A1")
        try await fixture.with(at: "2026-11-25T07:10:00Z") { database in
            _ = try await PlanDay.run(DayPlanRequest(date: date), in: database)
            _ = try await PublishDay.run(date, in: database)
            let overview = try await ReadRoutes.all(on: date, in: database)
            let first = try #require(overview.routes.first { $0.crew.text == "A1-I1" })
            #expect(Set(first.stops[0].jobs.map(\.job)) == [jobs[0].job, jobs[1].job])
            #expect(first.stops[0].place.arrival == Instant("2026-11-25T07:00:00Z"))
            let planned = overview.routes.flatMap(\.stops).flatMap(\.jobs).filter { $0.state == "planned" }
            #expect(planned.count == 18)
            #expect(planned.allSatisfy { $0.arrival >= Instant("2026-11-25T07:10:00Z") ?? $0.arrival })
        }
    }

    @Test("a draft that was made before a crew began does not take its work away", .migratedDatabase)
    func lateStart() async throws {
        let fixture = try await oneDistrict()
        try await fixture.crew("A1-I2", of: "A1")
        try await fixture.with { database in
            _ = try await PlanDay.run(DayPlanRequest(date: date), in: database)
            _ = try await PublishDay.run(date, in: database)
        }
        try await fixture.with(at: "2026-11-25T05:50:00Z") { database in
            let route = try #require(try await ReadRoutes.all(on: date, in: database).routes.first)
            let job = try #require(route.stops.first?.jobs.first?.job)
            _ = try await fixture.sql(
                "INSERT INTO gasworks.absence VALUES ('\(route.crew)', '2026-11-25', '2026-11-25', '')")
            _ = try await PlanDay.run(DayPlanRequest(date: date), in: database)
            _ = try await StartJob.run(job, in: database)
            _ = try await PublishDay.run(date, in: database)
            let kept = try await ReadRoutes.one(of: route.crew, on: date, in: database)
            #expect(kept.stops.flatMap(\.jobs).map(\.job) == [job])
        }
    }

    @Test("each household left out is told with its proven cause", .migratedDatabase)
    func causes() async throws {
        let fixture = try await DayFixture.make()
        for district in ["A1", "A2", "A3"] { try await fixture.district(district) }
        // A1: hours for a part only. A2: a crew whose certificate ran out yesterday. A3: nobody.
        for number in 1...9 { try await fixture.building("A1", number, households: 19, campaign: "2026-11-25") }
        try await fixture.crew("A1-I1", of: "A1")
        try await fixture.building("A2", 1, households: 1, campaign: "2026-11-25")
        try await fixture.crew("A2-I1", of: "A2", certifiedUntil: "2026-11-24")
        try await fixture.building("A3", 1, households: 1, campaign: "2026-11-25")
        // Tried by day, so that only an evening counts, and no crew works then.
        try await fixture.building("A1", 20, households: 1, campaign: "2026-11-25")
        try await fixture.attempt("A1B20-1", of: "A1", at: "2026-11-10T09:00:00Z", .weekdayDaytime)
        let summaries = try await fixture.with { database in
            try await PlanDay.run(DayPlanRequest(date: date), in: database).map(\.summary)
        }
        let causes = summaries.map { Dictionary(grouping: $0.unassigned, by: \.cause).mapValues(\.count) }
        #expect(causes[0][.windowOutsideShifts] == 1)
        #expect(causes[0][.crewsFull, default: 0] >= 19 * 4 && causes[0].count == 2)
        #expect(causes[1] == [.noCertifiedCrew: 1])
        #expect(causes[2] == [.noCrewOnDuty: 1])
        #expect(summaries[0].visits["campaign", default: 0] >= 19 * 4)
    }

    @Test("idle hours are filled by the days to come, but not by days that people were told of", .migratedDatabase)
    func pullAhead() async throws {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        try await fixture.crew("A1-I1", of: "A1")
        try await fixture.building("A1", 1, households: 4, campaign: "2026-11-25")
        try await fixture.building("A1", 2, households: 4, campaign: "2026-11-27")
        try await fixture.building("A1", 3, households: 4, campaign: "2026-12-01")
        try await fixture.with { database in
            let saved = try await PlanDay.run(DayPlanRequest(date: date), in: database)
            #expect(saved[0].summary.visits == ["campaign": 4, "pulled_ahead": 4])
            // What the draft of one day holds, the plan of another leaves alone.
            let later = try await PlanDay.run(DayPlanRequest(date: day("2026-12-01")), in: database)
            #expect(later[0].summary.visits["campaign"] == 4)
        }
    }

    @Test("on a weekend the company's crews go to those who were tried on working days", .migratedDatabase)
    func weekend() async throws {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        try await fixture.crew("A1-I1", of: "A1")
        try await fixture.crew("R2", of: "-", shift: 480..<960)
        try await fixture.building("A1", 1, households: 2, campaign: "2026-11-20")
        try await fixture.attempt("A1B1-1", of: "A1", at: "2026-11-10T09:00:00Z", .weekdayDaytime)
        try await fixture.attempt("A1B1-2", of: "A1", at: "2026-11-14T09:00:00Z", .weekend)
        try await fixture.with { database in
            _ = try await PlanDay.run(DayPlanRequest(date: day("2026-11-28")), in: database)
            let routes = try await ReadRoutes.all(on: day("2026-11-28"), draft: true, in: database).routes
            #expect(routes.map(\.crew.text) == ["R2"])
            #expect(routes.flatMap(\.stops).flatMap(\.jobs).map(\.account?.text) == ["A1B1-1"])
        }
    }

    @Test("a crew of the company is never planned in two districts at once", .migratedDatabase)
    func oneDistrictAfterAnother() async throws {
        let fixture = try await DayFixture.make()
        for (index, district) in ["A1", "A2"].enumerated() {
            try await fixture.district(district)
            for number in 1...3 {
                try await fixture.building(
                    district, number, households: 10, at: (60.17 + 0.01 * Double(index), 24.94), campaign: "2026-11-25")
            }
        }
        try await fixture.crew("R2", of: "-", shift: 480..<960)
        try await fixture.with { database in
            for district in ["A1", "A2"] {
                _ = try await PlanDay.run(DayPlanRequest(date: date, district: DistrictID(district)), in: database)
            }
            _ = try await PublishDay.run(date, in: database)
            let route = try await ReadRoutes.one(of: try #require(CrewID("R2")), on: date, in: database)
            #expect(Set(route.versions.keys.map(\.text)) == ["A1", "A2"])
            for (stop, next) in zip(route.stops, route.stops.dropFirst()) {
                #expect(stop.place.departure <= next.place.arrival)
            }
            #expect(route.stops.map(\.sequence) == Array(1...route.stops.count))
        }
    }

    @Test(
        "two districts planned at the same moment with one crew of the company: the second is told",
        .migratedDatabase)
    func sharedCrew() async throws {
        let fixture = try await DayFixture.make()
        for district in ["A1", "A2"] {
            try await fixture.district(district)
            for number in 1...3 { try await fixture.building(district, number, households: 10, campaign: "2026-11-25") }
        }
        try await fixture.crew("R2", of: "-", shift: 480..<960)
        let date = date
        let database = try await fixture.open(as: "Anna")
        defer { database.close() }
        let gate = Gate(parties: 2)
        func plan(_ district: String) async throws {
            _ = try await PlanDay.run(
                DayPlanRequest(date: date, district: DistrictID(district)), in: database
            ) { step in
                if case .routing = step { await gate.arrive() }
            }
        }
        // Whoever saves or publishes second is told, depending on how far the first has come; never is neither.
        func publish(_ district: String) async throws {
            _ = try await PublishDay.run(date, district: DistrictID(district), in: database)
        }
        async let first = Result { try await plan("A1") }
        async let second = Result { try await plan("A2") }
        var outcomes = await [first, second]
        outcomes.append(await Result { try await publish("A1") })
        outcomes.append(await Result { try await publish("A2") })
        let conflicts = outcomes.compactMap { outcome -> String? in
            guard case .failure(let error) = outcome, case .planConflict(_, let by, _)? = error as? GasworksError else {
                return nil
            }
            return by
        }
        #expect(conflicts == ["Anna"])
        let crews = try await fixture.sql(
            "SELECT count(DISTINCT district_id) FROM gasworks.day_head WHERE published_version IS NOT NULL")
        #expect(crews == "1")
    }

    @Test("a day that is past, a district that is not and a company without households are refused", .migratedDatabase)
    func refusals() async throws {
        let fixture = try await DayFixture.make()
        await #expect(throws: GasworksError.emptyDatabase) {
            try await fixture.with { try await PlanDay.run(DayPlanRequest(date: date), in: $0) }
        }
        try await fixture.district("A1")
        await #expect(throws: GasworksError.noCrewOnDuty(district: nil, date: date)) {
            try await fixture.with { try await PlanDay.run(DayPlanRequest(date: date), in: $0) }
        }
        await #expect(throws: GasworksError.unknownDistrict("Z9")) {
            try await fixture.with {
                try await PlanDay.run(DayPlanRequest(date: date, district: DistrictID("Z9")), in: $0)
            }
        }
        let past = GasworksError.dayInPast(date: day("2026-11-23"), today: day("2026-11-24"))
        await #expect(throws: past) {
            try await fixture.with { try await PlanDay.run(DayPlanRequest(date: day("2026-11-23")), in: $0) }
        }
        await #expect(throws: GasworksError.nothingPlanned(date: date, district: nil)) {
            try await fixture.with { try await PublishDay.run(date, in: $0) }
        }
    }
}
