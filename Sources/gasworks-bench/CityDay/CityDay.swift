import Foundation

/// A day's visits and crews of a city.
///
/// Seven tenths of the visits are campaigns: whole buildings, drawn at random. The others are single households: a third
/// of them revisits in the evening, a third appointments of two hours, a third at any time. Three quarters of the crews work
/// from 08:00 to 16:30, the others from 12:30 to 21:00, from the depots of their districts, which have crews in proportion to
/// their visits. Parking and the way to the door, a minute, are part of a visit.
struct CityDay {
    /// A visit and the window in which it may begin, in seconds after midnight.
    private struct Visit {
        let place: CityPlace
        let window: ClosedRange<Int>
    }

    /// A depot with one shift of its crews.
    private struct Base {
        let place: CityPlace
        let shift: ClosedRange<Int>
        var crews = 0
    }

    private static let early = 28_800...59_400
    private static let late = 45_000...75_600
    private static let anyTime = 28_800...64_800
    private static let evening = 61_200...73_800
    /// Road metres for each metre of straight line, and metres a second: the standard settings of travel.
    private static let detour = 1.35
    private static let speed = 25 / 3.6

    private let origin: CityPlace
    private var visits: [Visit] = []
    private var bases: [Base] = []

    /// Draws a day.
    init(households: [CityPlace], depots: [CityPlace], visits count: Int, crews: Int, _ random: inout SplitMix64) {
        origin = depots.first ?? households[0]
        var left = Dictionary(grouping: households.indices, by: { households[$0].group })
        for building in left.keys.sorted().shuffled(using: &random) {
            guard visits.count < count * 7 / 10 else { break }
            for index in left.removeValue(forKey: building) ?? [] {
                visits.append(Visit(place: households[index], window: Self.anyTime))
            }
        }
        visits = Array(visits.prefix(count * 7 / 10))
        for index in left.values.joined().sorted().shuffled(using: &random).prefix(count - visits.count) {
            visits.append(Visit(place: households[index], window: Self.window(&random)))
        }
        visits.shuffle(using: &random)
        staff(depots, crews: crews)
    }

    /// Different doors, as far as coordinates tell.
    var placeCount: Int { Set(visits.map { [$0.place.latitude, $0.place.longitude] }).count }

    /// The percentage of the crews' hours that visits take, without travel.
    var load: Int {
        let hours = bases.reduce(0) { $0 + $1.crews * ($1.shift.upperBound - $1.shift.lowerBound) }
        return hours == 0 ? 0 : visits.reduce(0) { $0 + service($1) } * 100 / hours
    }

    private static func window(_ random: inout SplitMix64) -> ClosedRange<Int> {
        switch random.pick(0...2) {
        case 0: return anyTime
        case 1: return evening
        default:
            let hour = 8 + 2 * random.pick(0...4)
            return hour * 3600...(hour + 2) * 3600
        }
    }

    /// Gives each district's depot its crews: one by one to the depot whose crews have the most visits each.
    private mutating func staff(_ depots: [CityPlace], crews: Int) {
        var near = Array(repeating: 0.0, count: depots.count)
        for visit in visits {
            let nearest = depots.indices.min { distance(depots[$0], visit.place) < distance(depots[$1], visit.place) }
            if let nearest { near[nearest] += 1 }
        }
        bases = depots.flatMap { [Base(place: $0, shift: Self.early), Base(place: $0, shift: Self.late)] }
        var given = Array(repeating: 0.0, count: depots.count)
        for crew in 0..<crews {
            let next = depots.indices.max { near[$0] / (given[$0] + 1) < near[$1] / (given[$1] + 1) } ?? 0
            given[next] += 1
            bases[2 * next + (crew % 4 == 3 ? 1 : 0)].crews += 1
        }
        bases.removeAll { $0.crews == 0 }
    }

    private func service(_ visit: Visit) -> Int { (visit.place.minutes + 1) * 60 }

    private func distance(_ one: CityPlace, _ other: CityPlace) -> Double {
        let (a, b) = (position(one), position(other))
        return hypot(a.x - b.x, a.y - b.y)
    }

    /// Where a place lies, in seconds of travel east and north of the origin.
    private func position(_ place: CityPlace) -> (x: Double, y: Double) {
        let secondsPerDegree = 111_195 * Self.detour / Self.speed
        return (
            (place.longitude - origin.longitude) * secondsPerDegree * cos(origin.latitude * .pi / 180),
            (place.latitude - origin.latitude) * secondsPerDegree
        )
    }

    /// The day in VRPLIB's form: the depots first, one for each shift, then the visits.
    func text(name: String, seed: UInt64) -> String {
        let places = bases.map(\.place) + visits.map(\.place)
        let windows = bases.map(\.shift) + visits.map(\.window)
        let vehicles = bases.enumerated().flatMap { Array(repeating: $0.offset + 1, count: $0.element.crews) }
        var lines = [
            "NAME : \(name)",
            "COMMENT : a city's day, seed \(seed); coordinates and times in seconds, to be truncated to tenths",
            "TYPE : MDVRPTW", "DIMENSION : \(places.count)", "VEHICLES : \(vehicles.count)",
            "CAPACITY : \(visits.count)",
            "EDGE_WEIGHT_TYPE : EUC_2D", "NODE_COORD_SECTION",
        ]
        lines += places.enumerated().map { index, place in
            let (x, y) = position(place)
            return "\(index + 1) \(String(format: "%.2f", x)) \(String(format: "%.2f", y))"
        }
        lines.append("TIME_WINDOW_SECTION")
        lines += windows.enumerated().map { "\($0.offset + 1) \($0.element.lowerBound) \($0.element.upperBound)" }
        lines.append("SERVICE_TIME_SECTION")
        let services = bases.map { _ in 0 } + visits.map(service)
        lines += services.enumerated().map { "\($0.offset + 1) \($0.element)" }
        lines.append("DEPOT_SECTION")
        lines += bases.indices.map { "\($0 + 1)" } + ["-1", "VEHICLES_DEPOT_SECTION"]
        lines += vehicles.enumerated().map { "\($0.offset + 1) \($0.element)" }
        return (lines + ["EOF", ""]).joined(separator: "\n")
    }
}
