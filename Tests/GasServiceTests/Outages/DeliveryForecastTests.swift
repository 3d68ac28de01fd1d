import GasService
import Testing

@Suite("The forecast of deliveries by hand")
struct DeliveryForecastTests {
    private let today = day("2026-11-24")

    @Test("serves what is due first")
    func fits() {
        let forecast = DeliveryForecast(
            work: [.init(lastDay: day("2026-11-26"), count: 50), .init(lastDay: day("2026-11-24"), count: 30)],
            today: today, capacity: [40, 40, 40])
        #expect(forecast.canBeMade)
        #expect(forecast.days.map(\.planned) == [40, 40, 0])
    }

    @Test("says how many are missing and on which day")
    func short() {
        let forecast = DeliveryForecast(
            work: [.init(lastDay: day("2026-11-25"), count: 100), .init(lastDay: day("2026-11-23"), count: 7)],
            today: today, capacity: [40, 40, 400])
        #expect(!forecast.canBeMade)
        #expect(forecast.overdue == 7)
        #expect(forecast.missing == 27)
        #expect(forecast.days.map(\.missing) == [0, 20])
    }

    @Test("of nothing to deliver is done")
    func nothing() {
        #expect(DeliveryForecast(work: [], today: today, capacity: []).canBeMade)
    }

    @Test("neither loses nor invents a delivery, and misses as few as any order could", arguments: 1...4)
    func conserved(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<300 {
            let work = (0..<random.below(6)).map { _ in
                DeliveryForecast.Work(lastDay: today.adding(days: random.below(9) - 1), count: random.below(30))
            }
            let capacity = (0..<random.below(9)).map { _ in random.below(25) }
            let forecast = DeliveryForecast(work: work, today: today, capacity: capacity)
            let made = forecast.days.reduce(0) { $0 + $1.planned }
            #expect(made + forecast.missing == work.reduce(0) { $0 + $1.count })
            #expect(forecast.days.allSatisfy { $0.planned <= $0.capacity })
            // Hall's condition, counted directly: what is due by a day, less the room until then.
            let shortest = (0..<8).map { last in
                let due = work.filter { (0...last).contains($0.lastDay.days(since: today)) }.reduce(0) { $0 + $1.count }
                return due - capacity.prefix(last + 1).reduce(0, +)
            }
            #expect(forecast.missing - forecast.overdue == max(0, shortest.max() ?? 0))
        }
    }
}
