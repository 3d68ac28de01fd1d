import Archive
import GasService
import Routing

/// Leaves out what no crew could reach anyway: visits that are welcome but not owed, beyond what hours are left for.
///
/// Kept are, district by district, first those in buildings where a crew has to go in any case, then by urgency, until
/// they fill one and a half times the hours that owed visits leave; the search then chooses among them.
struct SpareHours: Sendable {
    private let snapshot: DaySnapshot
    private let crews: [CrewDuty]
    private static let surplus = 1.5
    /// Kept even where owed visits fill the day, for the gaps between them.
    private static let leastMinutes = 120

    init(_ snapshot: DaySnapshot, crews: [CrewDuty]) {
        self.snapshot = snapshot
        self.crews = crews
    }

    /// The stops to plan with, in their order, and the households left for their own day.
    func select(_ stops: [BuildingStop]) -> (kept: [BuildingStop], left: [DayCandidate]) {
        var chosen = Set<Int>()
        for (district, indices) in Dictionary(grouping: stops.indices, by: { stops[$0].district }) {
            let bound = indices.filter { stops[$0].reason != .pulledAhead && stops[$0].reason != .overdue }
            let free = indices.filter { stops[$0].reason == .pulledAhead || stops[$0].reason == .overdue }
            chosen.formUnion(bound)
            let visited = Set(bound.map { stops[$0].building })
            var room = minutesLeft(in: district, after: bound.map { stops[$0] })
            let ordered = free.sorted { left, right in
                let (a, b) = (rank(stops[left], visited), rank(stops[right], visited))
                return a == b ? left < right : a < b
            }
            for index in ordered {
                guard room > 0 else { break }
                room -= stops[index].minutes
                chosen.insert(index)
            }
        }
        let left = stops.indices.filter { !chosen.contains($0) }.flatMap { stops[$0].candidates }
        return (stops.indices.filter(chosen.contains).map { stops[$0] }, left)
    }

    private func minutesLeft(in district: DistrictID, after bound: [BuildingStop]) -> Int {
        let own = crews.filter { $0.crew.district == district && $0.takesVisits && $0.isCertified }
        let settings = snapshot.settings(of: district)
        let minutes = own.reduce(0) { sum, duty in
            let shift = duty.shift(snapshot.clock, now: snapshot.now)
            return sum + (shift.latestSeconds - shift.earliestSeconds) / 60 - settings[.breakMinutes]
        }
        let owed = bound.reduce(0) { $0 + $1.minutes }
        return max(Self.leastMinutes, Int(Double(max(0, minutes - owed)) * Self.surplus))
    }

    /// Overdue ones before others, buildings on the way before others, early deadlines before late ones.
    private func rank(_ stop: BuildingStop, _ visited: Set<BuildingID>) -> (Int, Int, Int) {
        (
            stop.reason == .overdue ? 0 : 1, visited.contains(stop.building) ? 0 : 1,
            stop.earliestDeadline.dayNumber
        )
    }
}
