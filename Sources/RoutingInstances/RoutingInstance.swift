internal import Foundation
public import Routing

/// A standard instance of the vehicle-routing literature, read from its file, as a problem to solve.
///
/// One unit of the file becomes ten or a thousand units of distance, time and cost, as the rounding has it; the
/// problem's seconds and metres are such units.
public struct RoutingInstance: Sendable {
    /// The instance's name, as its file has it.
    public let name: String
    /// How real numbers became whole ones.
    public let rounding: Rounding
    /// The problem: minimise distance, and the prizes of what is left out.
    public let problem: RoutingProblem

    private let customers: [Int]
    private let hasSeveralDepots: Bool

    /// Reads an instance in Solomon's form or in VRPLIB's, whichever the text is in.
    public init(text: String, rounding: Rounding) throws(InstanceError) {
        let lines = NumberedLine.lines(of: text)
        let data: InstanceData
        if lines.contains(where: { $0.words[0] == "NODE_COORD_SECTION" }) {
            data = try VrplibForm.read(lines)
        } else if lines.contains(where: { $0.words[0].uppercased() == "CUSTOMER" }) {
            data = try SolomonForm.read(lines)
        } else {
            throw .unknownForm
        }
        name = data.name
        self.rounding = rounding
        let depots = Set(data.depots)
        customers = data.places.indices.filter { !depots.contains($0) }
        hasSeveralDepots = depots.count > 1
        do {
            problem = try Self.problem(data, customers: customers, rounding: rounding)
        } catch {
            throw .unsound("\(error)")
        }
    }

    private static func problem(
        _ data: InstanceData, customers: [Int], rounding: Rounding
    ) throws(RoutingProblemError) -> RoutingProblem {
        let side = data.places.count
        var metres = [Int32](repeating: 0, count: side * side)
        var seconds = metres
        for row in 0..<side {
            for column in 0..<side where row != column {
                let (one, other) = (data.places[row], data.places[column])
                let length = ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y))
                    .squareRoot()
                metres[row * side + column] = rounding.distance(length)
                seconds[row * side + column] = rounding.travelTime(length)
            }
        }
        let horizon = 400_000_000
        func window(_ place: InstanceData.Place) -> TimeWindow {
            let latest = place.latest.isFinite ? rounding.units(place.latest) : horizon
            return TimeWindow(earliestSeconds: rounding.units(place.earliest), latestSeconds: latest)
        }
        let crews = (0..<data.vehicles).map { vehicle in
            let depot = vehicle < data.vehicleDepots.count ? data.vehicleDepots[vehicle] : data.depots[0]
            return Crew(
                startLocation: depot, shift: window(data.places[depot]),
                maximumDurationSeconds: data.maximumDuration.map { rounding.units($0) }, capacity: data.capacity)
        }
        let visits = customers.map { customer in
            let place = data.places[customer]
            return Visit(
                location: customer, serviceSeconds: rounding.units(place.service), windows: [window(place)],
                demand: place.prize > 0 ? .optional(prize: rounding.units(place.prize)) : .mandatory,
                load: place.demand)
        }
        let matrix = try TravelMatrix(locationCount: side, seconds: seconds, metres: metres)
        return try RoutingProblem(travel: matrix, crews: crews, visits: visits)
    }

    /// The plan in the standard form: `Route #1: 5 3 8`, a line each, then `Cost 12345.6`.
    ///
    /// Customers have their file's numbers, counted from 0. With one depot unused vehicles have no line; with several
    /// each vehicle has its line, so that the number says the depot. A plan that misses a customer that must be served
    /// has a line for it before the cost.
    public func solutionText(_ plan: RoutingPlan) -> String {
        var lines: [String] = []
        for route in plan.routes where route.isUsed || hasSeveralDepots {
            let number = hasSeveralDepots ? route.crew + 1 : lines.count + 1
            let stops = route.visits.map { " \(customers[$0])" }.joined()
            lines.append("Route #\(number):\(stops)")
        }
        let missing = plan.missing(in: problem)
        if !missing.isEmpty {
            lines.append("Unserved: " + missing.map { "\(customers[$0])" }.joined(separator: " "))
        }
        lines.append("Cost \(costText(plan.cost.total))")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The file's numbers of some visits, counted from 0.
    public func customers(_ visits: [Int]) -> [Int] {
        visits.map { customers[$0] }
    }

    /// A cost in the file's units, with the rounding's decimals.
    public func costText(_ cost: Int) -> String {
        let (whole, part) = cost.quotientAndRemainder(dividingBy: rounding.unitsPerOne)
        let digits = String(part)
        return "\(whole)." + String(repeating: "0", count: rounding.decimals - digits.count) + digits
    }
}
