import Archive
import GasService
import PostgresTesting
import Testing

@testable import Operations

@Suite("A city's day")
struct CityDayTests {
    @Test(
        "the routes of a real city hold before a validator that shares no code with the solver, whole and in parts",
        .migratedDatabase, .timeLimit(.minutes(15)), arguments: ["helsinki", "moscow"])
    func validated(city: String) async throws {
        try await ImportFixture.with { fixture in
            let folder = ImportFixture.city(city)
            _ = try await ImportSupplyNodes(FileImport(path: folder + "/supply_nodes.csv")).run(into: fixture.company)
            _ = try await ImportHouseholds(FileImport(path: folder + "/households.csv")).run(into: fixture.company)
            _ = try await ImportCrews(FileImport(path: folder + "/crews.csv")).run(into: fixture.company)
            let until = CalendarDate("2027-02-28")
            _ = try await PlanHorizon(HorizonRequest(until: until)).run(in: fixture.company)
            let request = DayPlanRequest(date: DayFixture.date)
            let snapshot = try await DaySnapshot.read(request, in: fixture.company)
            let day = DayInParts(snapshot, isSelected: true)
            #expect(day.stops.count > 100)
            for largestWhole in [2_000, 50] {
                let solution = try await day.solve(seed: 1, effort: .seconds(2), largestWhole: largestWhole)
                #expect((solution.parts.count > 1) == (largestWhole == 50))
                day.expectSound(solution)
            }
        }
    }
}
