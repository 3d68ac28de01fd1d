import Archive
import GasService
import PostgresTesting
import Testing

@testable import Operations

@Suite("Why a visit is left out, and what lets it in")
struct UnassignedFindingsTests {
    private let date = DayFixture.date

    /// A district whose only crew has three hours for seven buildings of an hour each.
    private func shortDay() async throws -> DayFixture {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        for number in 1...7 {
            try await fixture.building(
                "A1", number, households: 9, at: (60.17 + 0.001 * Double(number), 24.94), campaign: "2026-11-25")
        }
        try await fixture.crew("A1-I1", of: "A1", shift: 480..<660)
        return fixture
    }

    private func findings(_ fixture: DayFixture, mostTrials: Int = 20_000) async throws -> [UnassignedFindings.Finding]
    {
        try await fixture.with { database in
            let day = DayInParts(try await DaySnapshot.read(DayPlanRequest(date: date), in: database))
            let solution = try await day.solve(seed: 1)
            return UnassignedFindings(solution, crews: day.crews, in: day.snapshot, mostTrials: mostTrials).all()
        }
    }

    @Test("the hours that a remedy asks for let the visit in, and a minute less does not", .migratedDatabase)
    func remedyIsTrue() async throws {
        let fixture = try await shortDay()
        let before = try await findings(fixture)
        #expect(before.count >= 4)
        #expect(before.allSatisfy { $0.cause == .crewsFull && $0.remedy?.change == .endLater })
        let cheapest = try #require(before.min { ($0.remedy?.minutes ?? .max) < ($1.remedy?.minutes ?? .max) })
        let minutes = try #require(cheapest.remedy?.minutes)
        #expect(cheapest.remedy?.crewID.text == "A1-I1")
        for (extra, left) in [(minutes - 1, before.count), (minutes, before.count - 1)] {
            _ = try await fixture.sql(
                "DELETE FROM gasworks.shift; INSERT INTO gasworks.shift VALUES ('A1-I1', '\(date)', 480, \(660 + extra))"
            )
            #expect(try await findings(fixture).count == left)
        }
    }

    @Test("with many left out the most urgent are examined and the others are said not to be", .migratedDatabase)
    func bounded() async throws {
        let fixture = try await shortDay()
        let all = try await findings(fixture)
        let some = try await findings(fixture, mostTrials: 2)
        #expect(some.map(\.stop) == all.map(\.stop))
        #expect(some.map(\.cause) == all.enumerated().map { $0.offset < 2 ? $0.element.cause : .notExamined })
        #expect(some.dropFirst(2).allSatisfy { $0.remedy == nil })
    }

    @Test("another time is offered to an appointment that no crew can keep", .migratedDatabase)
    func appointment() async throws {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        for number in 1...2 {
            try await fixture.building("A1", number, households: 1, at: (60.17 + 0.05 * Double(number), 24.94))
            try await fixture.appointment(
                "A1B\(number)-1", of: "A1", from: "2026-11-25 10:00+02", until: "2026-11-25 10:01+02")
        }
        try await fixture.crew("A1-I1", of: "A1")
        let finding = try #require(try await findings(fixture).first)
        #expect(finding.cause == .windowTaken)
        #expect(finding.remedy?.change == .otherTime)
        #expect(finding.remedy?.crewID.text == "A1-I1")
    }

    @Test("a crew that lacks only the certificate is named", .migratedDatabase)
    func certificate() async throws {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        try await fixture.building("A1", 1, households: 3, campaign: "2026-11-25")
        try await fixture.crew("A1-I1", of: "A1", certified: false)
        let finding = try #require(try await findings(fixture).first)
        #expect(finding.cause == .noCertifiedCrew)
        #expect(finding.remedy?.change == .certify)
        #expect(finding.remedy?.crewID.text == "A1-I1")
    }
}
