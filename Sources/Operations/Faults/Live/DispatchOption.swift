package import Archive
package import GasService
import Routing

/// One way to send a crew to a fault, and who pays for it.
package struct DispatchOption: Sendable {
    /// The day in whose routes it is.
    package let date: CalendarDate
    /// The crew.
    package let crew: CrewID
    /// Its name.
    package let crewName: String
    /// When it is there: what the caller can be promised.
    package let arrival: Instant
    /// Seconds later than the deadline; zero when it is kept.
    package let lateSeconds: Int
    /// Visits that begin later than planned, with the seconds.
    package let delays: [(job: JobID, seconds: Int)]
    /// Promises to others that it breaks.
    package let broken: [FaultPromise.Broken]
    /// Routine visits that are not made on this day.
    package let displaced: [JobID]
    /// The days' new routes, by district.
    let amendments: [DayAmendment]
    let startSeconds: Instant
    let addedCost: Int

    /// Whether somebody who was promised a time waits longer for it.
    package var breaksPromises: Bool { !broken.isEmpty }

    init(_ option: InsertionOption, of problem: LiveProblem, due: Instant?) throws {
        let day = problem.day
        let duty = day.duties[option.crew]
        date = day.clock.date
        crew = duty.crew.crew
        crewName = duty.crew.name
        arrival = day.clock.instant(atSecond: option.arrivalSeconds)
        startSeconds = day.clock.instant(atSecond: option.startSeconds)
        lateSeconds = due.map { max(0, option.startSeconds - day.clock.seconds(at: $0)) } ?? 0
        addedCost = option.addedCost
        delays = option.delays.flatMap { delay in
            problem.stops[delay.visit].jobs.filter { $0.state == "planned" }.map { ($0.id, delay.seconds) }
        }
        broken = option.missedPromises.filter { problem.stops[$0.visit].isPromised }.flatMap { missed in
            problem.stops[missed.visit].jobs.map {
                FaultPromise.Broken(job: $0.id, minutesLate: (missed.seconds + 59) / 60)
            }
        }
        displaced = option.displaced.flatMap { problem.stops[$0].jobs.filter { $0.state == "planned" }.map(\.id) }
        amendments = try Self.amendments(option, problem)
    }

    /// The crew's new routes, for each district in which it has a stop.
    private static func amendments(_ option: InsertionOption, _ problem: LiveProblem) throws -> [DayAmendment] {
        let day = problem.day
        let fault = problem.fault
        let numbers = option.route.stops.map(\.visit)
        let places =
            [problem.places[option.crew]]
            + numbers.map { number in
                number < problem.stops.count
                    ? problem.places[problem.visits[number].location] : problem.places[problem.places.count - 1]
            }
        let travel = try StraightLineTravel(
            detourFactor: day.settings[.detourFactor], metresPerSecond: day.settings[.speed] / 3.6
        ).matrixNow(for: places)
        let position = Dictionary(
            numbers.enumerated().map { ($0.element, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
        let sheet = DraftAssembly.Sheet(
            crew: day.duties[option.crew].crew.crew, route: option.route, travel: travel, start: 0, end: 0,
            location: { position[$0] ?? 0 },
            stop: { number in
                guard number < problem.stops.count else { return fault.draftStop }
                let stop = problem.stops[number]
                return DraftAssembly.Stop(
                    district: stop.district, building: stop.building, address: stop.address, latitude: stop.latitude,
                    longitude: stop.longitude, jobs: stop.jobs.map { .existing($0.id) })
            })
        let gone = Set(option.displaced.flatMap { problem.stops[$0].jobs.map(\.id) })
        let assembly = DraftAssembly(clock: day.clock)
        var routes = assembly.routes(of: sheet)
        for district in gone.map(\.district) where routes[district] == nil { routes[district] = assembly.empty(sheet) }
        return routes.sorted { $0.key < $1.key }.map { district, route in
            DayAmendment(
                district: district, baseVersion: day.versions[district] ?? 0, route: route,
                displaced: gone.filter { $0.district == district }.sorted())
        }
    }
}

extension FaultRecord {
    /// The stop at which a crew finds the fault; a place of the network goes by its node's code.
    var draftStop: DraftAssembly.Stop? {
        guard let building = building ?? node.flatMap({ BuildingID($0.text) }) else { return nil }
        return DraftAssembly.Stop(
            district: id.district, building: building, address: place, latitude: latitude, longitude: longitude,
            jobs: [.fault(id)])
    }
}
