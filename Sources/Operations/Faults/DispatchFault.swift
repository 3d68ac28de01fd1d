package import Archive
package import Foundation
package import GasService
import PostgresClient
import Routing

/// Sends a crew to a fault, in the running day.
package enum DispatchFault {
    /// The crew that was sent.
    package struct Sent: Sendable {
        /// The job by which it has the fault.
        package let job: JobID
        /// The crew.
        package let crew: CrewID
        /// What the caller was promised.
        package let arrival: Instant
        /// How it was found; nil when a repeated command was answered with what it did.
        package let option: DispatchOption?
        /// How long the search for a crew took, in seconds, without reading and writing.
        package let planningSeconds: Double?
    }

    /// How many times a dispatch is planned anew because another dispatcher changed the day meanwhile.
    private static let attempts = 8

    /// The ways to send a crew, best first: for an emergency who is there first, otherwise what costs least.
    ///
    /// Those that keep all promises come first; where there is none that is in time, those that break some follow.
    ///
    /// - Throws: `GasworksError`: `faultRefused` for an unknown fault.
    nonisolated(nonsending) package static func options(
        for fault: FaultID, in database: GasworksDatabase
    ) async throws -> (options: [DispatchOption], planningSeconds: Double) {
        let zone = database.installation.timeZone
        let (record, clock, days, now) = try await database.snapshot { connection in
            let (now, today) = try await connection.queryOne(
                "SELECT present(), today()", as: (Instant.self, CalendarDate.self))
            let record = try await FaultRecord.one(fault, on: connection)
            let steps = try await FaultStep.all(of: [fault], on: connection)
            var days: [LiveDay] = []
            // A night shift belongs to the day on which it began, who is on call to today.
            let standby = try await CrewStandby.all(at: now, by: connection)
            for (date, standby) in [(today.adding(days: -1), [:]), (today, standby)] {
                let day = try await LiveDay.read(
                    date, for: record, onCall: standby, at: now, zone: zone, by: connection)
                if !day.duties.isEmpty { days.append(day) }
            }
            return (record, SLAClock(steps, targets: record.targets), days, now)
        }
        let due = clock?.open(at: now).first { $0.milestone != .repair }?.due
        let watch = ContinuousClock()
        let began = watch.now
        var found: [DispatchOption] = []
        for day in days {
            let problem = LiveProblem(day, record)
            var options = try problem.options(due: due, mayBreakPromises: false)
            let limit = due.map { day.clock.seconds(at: $0) } ?? .max
            if !options.contains(where: { $0.startSeconds <= limit }) {
                let kept = Set(options.map { "\($0.crew) \($0.startSeconds)" })
                options += try problem.options(due: due, mayBreakPromises: true)
                    .filter { !kept.contains("\($0.crew) \($0.startSeconds)") }
            }
            found += try options.map { try DispatchOption($0, of: problem, due: due) }
        }
        let seconds = (watch.now - began) / .seconds(1)
        return (ranked(found, record.severity), seconds)
    }

    /// Sends the best crew, or the one that is named.
    ///
    /// - Parameters:
    ///   - fault: an unsettled fault that no crew has.
    ///   - crew: the crew that the dispatcher chose; nil for the best one.
    ///   - mayBreakPromises: whether others who were promised a time may be made to wait.
    ///   - command: a repeat of the same changes nothing.
    ///   - database: opened as a dispatcher.
    /// - Returns: the crew that was sent.
    /// - Throws: `GasworksError.faultRefused`: `nobodyCanCome`, `breaksPromises` when every way breaks some and that was
    ///   not allowed, `alreadyAssigned`.
    nonisolated(nonsending) package static func send(
        to fault: FaultID, crew: CrewID? = nil, mayBreakPromises: Bool, command: UUID = UUID(),
        in database: GasworksDatabase
    ) async throws -> Sent {
        if let before = try await sent(to: fault, by: command, in: database) { return before }
        var conflict: GasworksError?
        for _ in 0..<attempts {
            let (options, seconds) = try await options(for: fault, in: database)
            let able = options.filter { crew == nil || $0.crew == crew }
            guard !able.isEmpty else { throw GasworksError.faultRefused(.nobodyCanCome(fault: fault.text)) }
            guard let chosen = able.first(where: { mayBreakPromises || !$0.breaksPromises }) else {
                throw GasworksError.faultRefused(.breaksPromises(fault: fault.text, options: able.count))
            }
            do {
                let job = try await accept(chosen, for: fault, command: command, in: database)
                return Sent(
                    job: job, crew: chosen.crew, arrival: chosen.arrival, option: chosen, planningSeconds: seconds)
            } catch let error as GasworksError {
                guard case .planConflict = error else { throw error }
                conflict = error
            }
        }
        throw conflict ?? GasworksError.faultRefused(.nobodyCanCome(fault: fault.text))
    }

    /// Puts an option into the day: all districts' routes, the job and the promise in one transaction.
    nonisolated(nonsending) private static func accept(
        _ option: DispatchOption, for fault: FaultID, command: UUID, in database: GasworksDatabase
    ) async throws -> JobID {
        try await database.write("fault dispatch") { connection in
            let together = option.amendments.map(\.district)
            let left = option.displaced.map { FaultPromise.Broken(job: $0, minutesLate: nil) }
            let promise = FaultPromise(arrival: option.arrival, broken: option.broken + left)
            var job: JobID?
            for amendment in option.amendments {
                let answer = try await amendment.apply(
                    on: option.date, promising: promise, together: together, as: command, by: connection)
                job = job ?? answer.job
            }
            guard let job else { throw GasworksError.faultRefused(.nobodyCanCome(fault: fault.text)) }
            return job
        }
    }

    /// What a command did that is repeated; nil when it is new.
    ///
    /// - Throws: `commandIDReused` when it sent a crew to another fault.
    nonisolated(nonsending) private static func sent(
        to fault: FaultID, by command: UUID, in database: GasworksDatabase
    ) async throws -> Sent? {
        try await database.snapshot { connection in
            guard
                let job = try await DayAmendment.answer(to: command, in: fault.district, by: connection)?.job
            else { return nil }
            let step = try await FaultStep.all(of: [fault], on: connection).first {
                $0.kind == "assigned" && $0.facts.job == job
            }
            guard let step, let crew = step.facts.crewID, let arrival = step.facts.arrival else {
                throw GasworksError.commandIDReused(id: command.uuidString)
            }
            return Sent(job: job, crew: crew, arrival: arrival, option: nil, planningSeconds: nil)
        }
    }

    private static func ranked(_ options: [DispatchOption], _ severity: FaultSeverity) -> [DispatchOption] {
        options.sorted { left, right in
            if severity == .emergency {
                return (left.startSeconds, left.addedCost, left.crew) < (
                    right.startSeconds, right.addedCost, right.crew
                )
            }
            // In time before late, promises kept before promises broken, then what it costs.
            return (left.lateSeconds > 0 ? 1 : 0, left.broken.count, left.addedCost, left.crew)
                < (right.lateSeconds > 0 ? 1 : 0, right.broken.count, right.addedCost, right.crew)
        }
    }
}
