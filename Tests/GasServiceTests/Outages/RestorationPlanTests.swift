import GasService
import Testing

@Suite("The plan of bringing gas back")
struct RestorationPlanTests {
    private let shanghai = zone("Asia/Shanghai")

    private func plan(_ buildings: [RestorationPlan.Building], crews: Int, start: String) -> RestorationPlan {
        RestorationPlan(buildings, crews: crews, start: instant(start), minutesPerHousehold: 10) { _ in
            RestorationHours(settings: .standard, zone: shanghai)
        }
    }

    private func building(_ address: String, _ households: Int, inCare: Int = 0, homes: Bool = true)
        -> RestorationPlan.Building
    {
        RestorationPlan.Building(
            district: DistrictID("A1") ?? .company, address: address, households: households, inCare: inCare,
            hasHomes: homes)
    }

    @Test("serves special care first, then the larger, each by the crew that is free first")
    func order() {
        let found = plan(
            [building("a", 3), building("b", 9), building("c", 1, inCare: 1), building("d", 4)], crews: 2,
            start: "2026-11-26T12:00:00+08:00")
        #expect(found.turns.map(\.building.address) == ["c", "b", "d", "a"])
        #expect(found.turns.map(\.crew) == [1, 2, 1, 1])
        #expect(found.until == instant("2026-11-26T13:30:00+08:00"))
    }

    @Test("lights no home at night, and a workshop without waiting")
    func night() {
        let found = plan(
            [building("homes", 12), building("works", 12, homes: false)], crews: 2, start: "2026-11-26T21:00:00+08:00")
        let ends = Dictionary(uniqueKeysWithValues: found.turns.map { ($0.building.address, $0.until) })
        #expect(ends["homes"] == instant("2026-11-27T07:00:00+08:00"))
        #expect(ends["works"] == instant("2026-11-26T23:00:00+08:00"))
    }

    @Test("leaves no building out and gives no crew two at a time", arguments: 1...4)
    func sound(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<100 {
            let buildings = (0..<random.below(30)).map { number in
                building("\(number)", 1 + random.below(60), inCare: random.below(3), homes: random.below(4) > 0)
            }
            let start = Instant(secondsSince1970: 1_790_000_000 + Int64(random.below(1_000_000)))
            let hours = RestorationHours(settings: .standard, zone: shanghai)
            let found = RestorationPlan(
                buildings, crews: 1 + random.below(5), start: start, minutesPerHousehold: 10, hours: { _ in hours })
            #expect(Set(found.turns.map(\.building.address)) == Set(buildings.map(\.address)))
            for (_, turns) in Dictionary(grouping: found.turns, by: \.crew) {
                #expect(zip(turns, turns.dropFirst()).allSatisfy { $0.until <= $1.from })
            }
            for turn in found.turns where turn.building.hasHomes {
                #expect(hours.next(for: .residential, from: turn.from) == turn.from)
                #expect(turn.until.microseconds(since: turn.from) >= Int64(turn.building.households) * 600_000_000)
            }
        }
    }
}
