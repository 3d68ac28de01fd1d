package import Archive
import Foundation
package import GasService
import PostgresClient

/// Plans a day: reads it as it stands, routes it, and saves a draft of each district as its next version.
///
/// Two dispatchers may plan the same day at once: the first to save stands, the other is refused with who and when. What
/// crews have begun stays with them, and whatever is saved here they see nothing of until it is published.
package enum PlanDay {
    /// The steps of planning, for a display of progress.
    package enum Step: Sendable, Hashable {
        /// Reading the day.
        case reading
        /// Routing so many stops.
        case routing(stops: Int)
        /// Saving the drafts.
        case saving
    }

    /// A draft that was saved.
    package struct Saved: Sendable, Hashable {
        /// The district.
        package let district: DistrictID
        /// Its version.
        package let version: Int32
        /// What is to be said about it.
        package let summary: DaySummary
    }

    /// Plans and saves.
    ///
    /// - Parameters:
    ///   - request: the day, the district, seed and effort.
    ///   - database: opened as a dispatcher.
    ///   - step: told what is being done.
    /// - Returns: the drafts, by district.
    /// - Throws: `GasworksError`: `planConflict`, `dayInPast`, `unknownDistrict`, `emptyDatabase`, `noCrewOnDuty`.
    nonisolated(nonsending) package static func run(
        _ request: DayPlanRequest, in database: GasworksDatabase, step: @Sendable (Step) async -> Void = { _ in }
    ) async throws -> [Saved] {
        await step(.reading)
        let snapshot = try await DaySnapshot.read(request, in: database)
        let crews = CrewDuty.all(in: snapshot)
        guard crews.contains(where: { $0.takesVisits }) || !snapshot.begun.isEmpty else {
            throw GasworksError.noCrewOnDuty(district: request.district, date: request.date)
        }
        let formed = snapshot.heads.map { head in
            StopForming(date: request.date, settings: snapshot.settings(of: head.district))
                .form(snapshot.candidates.filter { $0.district == head.district })
        }
        let (stops, left) = SpareHours(snapshot, crews: crews).select(formed.flatMap(\.stops))
        await step(.routing(stops: stops.count))
        let solution = try await DaySolver(seed: request.seed, effort: request.effort)
            .solve(stops, crews, in: snapshot)
        let drafts = assemble(
            solution, left: left, kept: formed.flatMap(\.kept), crews, snapshot, request)

        await step(.saving)
        return try await database.write("route plan") { connection in
            var saved: [Saved] = []
            for draft in drafts {
                let version = try await draft.save(on: request.date, as: request.command, by: connection)
                saved.append(Saved(district: draft.district, version: version, summary: draft.plan.summary))
            }
            do {
                for plan in saved {
                    try await DayPlanFault.demandNone(
                        in: plan.district, on: request.date, version: plan.version, by: connection)
                }
            } catch let fault as GasworksError {
                throw try await overtaken(snapshot, by: connection) ?? fault
            }
            return saved
        }
    }

    /// The conflict with whoever gave the company's crews other work in another district meanwhile; nil when nobody did.
    nonisolated(nonsending) private static func overtaken(
        _ snapshot: DaySnapshot, by connection: PostgresConnection
    ) async throws -> GasworksError? {
        let date = snapshot.clock.date
        let districts = snapshot.heads.map(\.district)
        let elsewhere = try await ElsewhereStop.all(outside: districts, on: date, by: connection)
        guard Set(elsewhere) != Set(snapshot.elsewhere) else { return nil }
        let latest = try await connection.queryOptional(
            """
            SELECT district_id, operator, made_at FROM day_plan
            WHERE plan_date = \(date) AND district_id <> ALL (\(districts))
            ORDER BY made_at DESC, district_id LIMIT 1
            """,
            as: (DistrictID.self, String.self, Instant.self))
        return latest.map { district, person, instant in
            .planConflict(subject: "company crews on \(date) (in \(district))", by: person, at: instant)
        }
    }

    private static func assemble(
        _ solution: DaySolver.Solution, left: [DayCandidate], kept: [StopForming.Kept], _ crews: [CrewDuty],
        _ snapshot: DaySnapshot, _ request: DayPlanRequest
    ) -> [DraftDay] {
        let routes = DraftAssembly(clock: snapshot.clock).routes(of: solution.parts)
        let remainder = DayRemainder(of: solution, left: left, kept: kept, crews: crews, in: snapshot)
        let iterations = solution.parts.reduce(0) { $0 + $1.iterations }
        return snapshot.heads.map { head in
            let own = routes[head.district] ?? []
            return DraftDay(
                district: head.district, baseVersion: head.latestVersion,
                plan: DraftDay.Plan(
                    summary: remainder.summary(of: head.district, own, request, iterations: iterations), routes: own))
        }
    }
}
