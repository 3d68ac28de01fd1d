import Archive
import Foundation
import GasService
import Operations
import PostgresTesting
import Testing

@Suite("Sending a crew to a fault")
struct DispatchFaultTests {
    @Test("puts the fault into the running day: who comes, when, and nothing that was there is lost", .migratedDatabase)
    func inserted() async throws {
        let town = try await FaultTown.found()
        try await town.fixture.with(at: FaultTown.now) { database in
            let before = try await town.jobs(of: "inspection")
            let outcome = try await town.report("A1B3-1", in: database)
            let sent = try #require(outcome.sent)
            #expect(sent.crew.text == "R1" && sent.option?.lateSeconds == 0)
            #expect(try await town.jobs(of: "fault") == "R1 planned")
            #expect(try await town.jobs(of: "inspection") == before)

            let crew = try #require(CrewID("R1"))
            let route = try await ReadRoutes.one(of: crew, on: DayFixture.date, in: database)
            let rows = route.stops.flatMap(\.jobs)
            let row = try #require(rows.first { $0.job == sent.job })
            #expect(row.arrival == sent.arrival)
            let found = try await ReadFaults.one(outcome.answer.id, in: database)
            #expect(found.standing.promisedAt == sent.arrival)
            #expect(found.steps.map(\.kind) == ["reported", "assigned"])
        }
        #expect(try await town.fixture.sql("SELECT count(*) FROM gasworks.verify_chains('A1')") == "0")
    }

    @Test("gives a fault to one crew only, however many dispatchers send one at once", .migratedDatabase)
    func onlyOne() async throws {
        let town = try await FaultTown.found(repairCrews: 3)
        let databases = try await [town.fixture.open(at: FaultTown.now), town.fixture.open(at: FaultTown.now)]
        defer { for database in databases { database.close() } }
        var faults: [FaultID] = []
        for number in 1...6 {
            faults.append(
                try await town.report("A1B\(number)-1", in: databases[0], dispatches: false).answer.id)
        }
        let wanted = faults
        let results = await withTaskGroup(of: [FaultID: String].self) { group in
            for database in databases {
                group.addTask {
                    var result: [FaultID: String] = [:]
                    for fault in wanted {
                        do {
                            _ = try await DispatchFault.send(to: fault, mayBreakPromises: false, in: database)
                            result[fault] = "sent"
                        } catch GasworksError.faultRefused(let refusal) {
                            result[fault] = refusal.code
                        } catch {
                            result[fault] = "\(error)"
                        }
                    }
                    return result
                }
            }
            var all: [[FaultID: String]] = []
            for await result in group { all.append(result) }
            return all
        }
        for fault in faults {
            #expect(Set(results.compactMap { $0[fault] }) == ["sent", "fault_already_assigned"], "\(fault)")
        }
        #expect(
            try await town.fixture.sql(
                "SELECT count(*), count(DISTINCT fault_no) FROM gasworks.job WHERE kind = 'fault'")
                == "6|6")
        let overlaps = try await town.fixture.sql(
            """
            SELECT count(*) FROM gasworks.published_route AS a JOIN gasworks.published_route AS b
              ON b.crew_id = a.crew_id AND b.plan_date = a.plan_date AND (b.district_id, b.sequence) > (a.district_id, a.sequence)
             AND b.arrival < a.departure AND a.arrival < b.departure
            """)
        #expect(overlaps == "0", "nobody is in two places at once")
    }

    @Test("keeps what a customer was promised, until the dispatcher decides otherwise", .migratedDatabase)
    func promises() async throws {
        let town = try await FaultTown.found()
        try await town.fixture.with(at: FaultTown.now) { database in
            // The only repair crew is busy all day with faults that were promised a time.
            for number in 1...5 { _ = try await town.report("A1B\(number)-1", in: database) }
            let busy = try await town.jobs(of: "fault")
            let late = try await town.report("A1B9-1", .emergency, in: database)
            let sent = try #require(late.sent, "an emergency is never left waiting")
            #expect(sent.option?.broken.isEmpty == false)
            let trail = try await ReadFaults.one(late.answer.id, in: database).steps
            #expect(trail.last?.kind == "assigned")
            #expect(try await town.jobs(of: "fault").hasPrefix(busy))
        }
    }

    @Test("sends nobody whose certificate ran out, and says so", .migratedDatabase)
    func certificates() async throws {
        let town = try await FaultTown.found()
        _ = try await town.fixture.sql(
            "UPDATE gasworks.certificate SET valid_until = '2026-11-24' WHERE crew_id = 'R1' AND skill = 'emergency'")
        try await town.fixture.with(at: FaultTown.now) { database in
            let outcome = try await town.report("A1B3-1", .emergency, in: database)
            #expect(outcome.sent == nil)
            #expect(outcome.open == .nobodyCanCome(fault: outcome.answer.id.text))
            let general = try await town.report("A1B4-1", in: database)
            #expect(general.sent != nil, "a general fault asks for the repair's certificate alone")
        }
    }

    @Test(
        "calls the crew on standby after hours, and the fault stays with it when the day is planned anew",
        .migratedDatabase)
    func standby() async throws {
        let town = try await FaultTown.found()
        // R1 went home at 16:00, half an hour ago; I1 is at work until 17:00.
        let evening = "2026-11-25T14:30:00Z"
        try await town.fixture.with(at: evening) { database in
            let nobody = try await town.report("A1B3-1", .emergency, in: database, at: evening)
            #expect(nobody.open == .nobodyCanCome(fault: nobody.answer.id.text))
            let standby = CrewStandby(
                crew: try #require(CrewID("R1")), from: try #require(Instant("2026-11-25T14:00:00Z")),
                until: try #require(Instant("2026-11-26T06:00:00Z")), minutes: 20)
            try await database.write("crew standby") { try await standby.record(as: UUID(), by: $0) }
            let sent = try await DispatchFault.send(to: nobody.answer.id, mayBreakPromises: true, in: database)
            #expect(sent.arrival >= (try #require(Instant(evening))).adding(minutes: 20))
            #expect(sent.option?.lateSeconds == 0 && sent.option?.date == DayFixture.date)
            _ = try await PlanDay.run(DayPlanRequest(date: DayFixture.date, seed: 7), in: database)
            _ = try await PublishDay.run(DayFixture.date, in: database)
            let stop = try await town.fixture.sql(
                """
                SELECT crew_id, arrival = '\(sent.arrival)' FROM gasworks.published_route
                WHERE kind = 'fault' AND state = 'planned'
                """)
            #expect(stop == "R1|t")
        }
    }

    @Test("stays in the day when it is planned and published anew", .migratedDatabase)
    func replanned() async throws {
        let town = try await FaultTown.found()
        try await town.fixture.with(at: FaultTown.now) { database in
            let outcome = try await town.report("A1B3-1", in: database)
            let (fault, sent) = (outcome.answer.id, try #require(outcome.sent))
            _ = try await PlanDay.run(DayPlanRequest(date: DayFixture.date, seed: 7), in: database)
            _ = try await PublishDay.run(DayFixture.date, in: database)
            let found = try await ReadFaults.one(fault, in: database)
            #expect(found.standing.record.assignment?.job == sent.job)
            let stop = try await town.fixture.sql(
                """
                SELECT crew_id, arrival <= '\(sent.arrival.adding(seconds: 60))' FROM gasworks.published_route
                WHERE kind = 'fault' AND state = 'planned'
                """)
            #expect(stop == "R1|t")
        }
    }

    @Test("follows the crew: begun, handled, repaired, and the job is closed", .migratedDatabase)
    func worked() async throws {
        let town = try await FaultTown.found()
        try await town.fixture.with(at: FaultTown.now) { database in
            let sent = try #require(try await town.report("A1B3-1", in: database).sent)
            _ = try await StartJob.run(sent.job, in: database)
            let closed = try await JobReport(of: sent.job, outcome: .repaired, note: "new valve").close(in: database)
            guard case .fault(let closing) = closed else {
                Issue.record("not a fault's closing")
                return
            }
            #expect(closing.state == "repaired")
            let found = try await ReadFaults.one(closing.fault, in: database)
            #expect(found.steps.map(\.kind) == ["reported", "assigned", "arrived", "handled", "repaired"])
            #expect(
                found.standing.clock.deadlines.allSatisfy {
                    found.standing.clock.standing(of: $0, at: found.now) == .kept
                })
            #expect(try await town.jobs(of: "fault") == "R1 closed")
        }
    }

    @Test("waits for a crew again when nobody opened", .migratedDatabase)
    func nobodyOpened() async throws {
        let town = try await FaultTown.found()
        try await town.fixture.with(at: FaultTown.now) { database in
            let outcome = try await town.report("A1B3-1", in: database)
            let sent = try #require(outcome.sent)
            _ = try await JobReport(of: sent.job, outcome: .noAccess).close(in: database)
            let again = try await DispatchFault.send(to: outcome.answer.id, mayBreakPromises: false, in: database)
            #expect(again.job != sent.job)
            #expect(try await town.jobs(of: "fault") == "R1 closed, R1 planned")
        }
    }
}
