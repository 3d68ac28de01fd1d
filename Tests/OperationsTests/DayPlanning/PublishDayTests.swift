import Archive
import GasService
import Operations
import PostgresTesting
import Synchronization
import Testing

@Suite("Publishing a day")
struct PublishDayTests {
    private let date = DayFixture.date

    @Test("crews that pull while it is published see the old plan or the new one, never a mixture", .migratedDatabase)
    func neverAMixture() async throws {
        let fixture = try await DayFixture.make()
        for district in ["A1", "A2"] {
            try await fixture.district(district)
            for number in 1...3 { try await fixture.building(district, number, households: 3, campaign: "2026-11-25") }
        }
        try await fixture.crew("R2", of: "-", shift: 480..<960)
        let crew = try #require(CrewID("R2"))
        let dispatcher = try await fixture.open()
        defer { dispatcher.close() }
        _ = try await PlanDay.run(DayPlanRequest(date: date), in: dispatcher)
        _ = try await PublishDay.run(date, in: dispatcher)

        let readers = try await fixture.open()
        defer { readers.close() }
        let isOver = Published()
        let date = date
        // Nothing more is published before each reader has seen the first version.
        let haveRead = Gate(parties: 4)
        @Sendable func version() async throws -> Int32 {
            let route = try await ReadRoutes.one(of: crew, on: date, in: readers)
            // Both districts are published by one transaction, so their versions go in step.
            #expect(Set(route.versions.values).count == 1 && route.versions.count == 2)
            #expect(route.jobCount == 18)
            return route.version
        }
        try await withThrowingTaskGroup(of: [Int32].self) { group in
            for _ in 0..<3 {
                group.addTask {
                    let first = await Result { try await version() }
                    await haveRead.arrive()
                    var seen = [try first.get()]
                    while !isOver.flag.load(ordering: .acquiring) { seen.append(try await version()) }
                    seen.append(try await version())
                    return seen
                }
            }
            await haveRead.arrive()
            for version in 2...12 {
                _ = try await PlanDay.run(DayPlanRequest(date: date, seed: UInt64(version)), in: dispatcher)
                _ = try await PublishDay.run(date, in: dispatcher)
            }
            isOver.flag.store(true, ordering: .releasing)
            for try await seen in group {
                #expect(seen.first == 1 && seen.last == 12)
                #expect(seen == seen.sorted(), "a version came back")
            }
        }
        let route = try await ReadRoutes.one(of: crew, on: date, in: dispatcher)
        #expect(route.version == 12)
    }

    @Test("crews see nothing of a draft, and a version that was published is not published again", .migratedDatabase)
    func drafts() async throws {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        try await fixture.building("A1", 1, households: 3, campaign: "2026-11-25")
        try await fixture.crew("A1-I1", of: "A1")
        let crew = try #require(CrewID("A1-I1"))
        let district = try #require(DistrictID("A1"))
        try await fixture.with { database in
            _ = try await PlanDay.run(DayPlanRequest(date: date), in: database)
            await #expect(throws: GasworksError.nothingPublished(date: date, district: district)) {
                try await ReadRoutes.one(of: crew, on: date, in: database)
            }
            let draft = try await ReadRoutes.one(of: crew, on: date, draft: true, in: database)
            #expect(draft.jobCount == 3 && draft.stops[0].jobs.allSatisfy { $0.state == "proposed" })
            let first = try await PublishDay.run(date, in: database)
            #expect(first[0].publication?.planned == 3)
            let again = try await PublishDay.run(date, in: database)
            #expect(again[0].publication == nil && again[0].version == 1)
        }
    }

    @Test("nobody is sent whose certificate was taken away after the draft was made", .migratedDatabase)
    func certificate() async throws {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        try await fixture.building("A1", 1, households: 3, campaign: "2026-11-25")
        try await fixture.crew("A1-I1", of: "A1")
        try await fixture.with { database in
            _ = try await PlanDay.run(DayPlanRequest(date: date), in: database)
            _ = try await fixture.sql("UPDATE gasworks.certificate SET valid_until = '2026-11-24'")
            let refusal = GasworksError.missingCertificate(
                crew: try #require(CrewID("A1-I1")), skill: "inspection", date: date)
            await #expect(throws: refusal) { try await PublishDay.run(date, in: database) }
        }
    }
}

/// Tells readers that the last version is out.
private final class Published: Sendable {
    let flag = Atomic<Bool>(false)
}
