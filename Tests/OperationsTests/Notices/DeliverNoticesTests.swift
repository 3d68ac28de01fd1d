import Archive
import GasService
import NoticeGateways
import Operations
import Synchronization
import Testing

@Suite("Delivery of notices", .timeLimit(.minutes(15)))
struct DeliverNoticesTests {
    private func delivery(
        _ outbox: SimulatedOutbox, _ gateway: SimulatedGateway, _ policy: DeliveryPolicy = DeliveryPolicy()
    ) -> DeliverNotices {
        DeliverNotices(
            from: outbox, by: [.sms: gateway], policy: policy,
            backOff: { _ in NoticeBackOff(first: 1, longest: 60) },
            compose: { ComposedNotice(heading: "", body: "No gas, \($0.id)") })
    }

    private var never: AsyncStream<Void> { AsyncStream { _ in } }

    @Test("sends what is due, several at once but no more than allowed, and ends")
    func once() async throws {
        let (outbox, gateway) = (SimulatedOutbox(200), SimulatedGateway())
        let report = try await delivery(outbox, gateway, DeliveryPolicy(concurrency: 8)).run(until: never)
        #expect(report.tally.sent == 200)
        #expect(report.unavailable.isEmpty)
        #expect(gateway.asked.count == 200)
        #expect(gateway.asked.values.allSatisfy { $0 == 1 })
        #expect((2...8).contains(gateway.mostAtOnce))
        let expected = ComposedNotice(heading: "", body: "No gas, A1-7").digest
        #expect(outbox.entries[6].digest == expected)
    }

    @Test("leaves a notice that failed for its next try, and does not wait for it")
    func retry() async throws {
        let outbox = SimulatedOutbox(10)
        let gateway = SimulatedGateway { _, notice in
            notice.key == "key-3" ? .uncertain(.serverError, retryAfter: nil) : .delivered(reference: "r")
        }
        let report = try await delivery(outbox, gateway).run(until: never)
        #expect(report.tally.confirmed == 9)
        #expect(report.tally.requeued == 1)
        #expect(outbox.entries[2].state == "queued")
        #expect(outbox.entries[2].due > 0)
    }

    @Test("gives a channel up for one household at once when it can never arrive, else after the last try")
    func deadLetter() async throws {
        let outbox = SimulatedOutbox(2, attempts: 2)
        let gateway = SimulatedGateway { _, notice in
            notice.key == "key-1" ? .rejected(.badRecipient) : .uncertain(.timedOut, retryAfter: nil)
        }
        let first = try await delivery(outbox, gateway).run(until: never)
        #expect((first.tally.failed, first.tally.requeued) == (1, 1))
        outbox.pass(seconds: 3600)
        let second = try await delivery(outbox, gateway).run(until: never)
        #expect(second.tally.failed == 1)
        #expect(gateway.asked == ["key-1": 1, "key-2": 2])
    }

    @Test("lets a closed gateway rest instead of using up everybody's tries, and says why")
    func closedGateway() async throws {
        let outbox = SimulatedOutbox(1000)
        let gateway = SimulatedGateway { _, _ in .unavailable(.unauthorized, retryAfter: 0) }
        let policy = DeliveryPolicy(concurrency: 4, breakerLimit: 3)
        let report = try await delivery(outbox, gateway, policy).run(until: never)
        #expect(report.unavailable == [.sms: .unauthorized])
        // Three refusals with at most what was under way at the time; not a thousand.
        #expect(gateway.asked.values.reduce(0, +) <= 3 * 4)
        #expect(outbox.entries.allSatisfy { $0.attempts == 0 && $0.state == "queued" })
    }

    @Test("costs nobody a try while a gateway is closed for hours, and tells everybody once it opens")
    func closedForHours() async throws {
        let outbox = SimulatedOutbox(100, attempts: 2)
        let isOpen = Mutex(false)
        let gateway = SimulatedGateway { _, _ in
            isOpen.withLock { $0 } ? .accepted(reference: nil) : .unavailable(.unreachable, retryAfter: nil)
        }
        let policy = DeliveryPolicy(concurrency: 4, breakerLimit: 2, firstPause: .milliseconds(1))
        // Run by a timer each quarter of an hour, for six hours.
        for _ in 0..<24 {
            let report = try await delivery(outbox, gateway, policy).run(until: never)
            #expect(report.unavailable == [.sms: .unreachable])
            outbox.pass(seconds: 900)
        }
        #expect(gateway.asked.values.contains { $0 > 2 })
        isOpen.withLock { $0 = true }
        let report = try await delivery(outbox, gateway, policy).run(until: never)
        #expect(report.tally.sent == 100)
    }

    @Test("goes on when it watches, until it is told to stop, and then finishes what it holds")
    func watches() async throws {
        let (outbox, gateway) = (SimulatedOutbox(300, isWatched: true), SimulatedGateway.faulty(seed: 3))
        let (stop, order) = AsyncStream<Void>.makeStream()
        let policy = DeliveryPolicy(watches: true, concurrency: 6)
        async let report = delivery(outbox, gateway, policy).run(until: stop)
        while outbox.entries.contains(where: { $0.state != "sent" }) { try await Task.sleep(for: .milliseconds(2)) }
        order.yield()
        #expect(try await report.tally.sent == 300)
        #expect(!outbox.entries.contains { $0.state == "leased" })
    }

    @Test(
        "misses nobody and tells nobody twice, whatever gateway and database do, with several workers at once",
        arguments: 1...6)
    func exactlyOnce(seed: UInt64) async throws {
        let outbox = SimulatedOutbox(120, failures: SeededRandom(seed: seed), isWatched: true)
        let gateway = SimulatedGateway.faulty(seed: seed)
        let (stops, orders) = unzipped((0..<3).map { _ in AsyncStream<Void>.makeStream() })
        let policy = DeliveryPolicy(
            watches: true, concurrency: 5, lease: .seconds(30), firstPause: .milliseconds(1))
        try await withThrowingTaskGroup(of: DeliveryReport.self) { group in
            for stop in stops {
                group.addTask { try await delivery(outbox, gateway, policy).run(until: stop) }
            }
            while outbox.entries.contains(where: { $0.state != "sent" }) {
                // Leases whose hand-over was lost on the way run out, and now and then one that is still at work.
                try await Task.sleep(for: .milliseconds(300))
                outbox.pass(seconds: 31)
            }
            for order in orders { order.yield() }
            try await group.waitForAll()
        }
        // As the household sees it: the gateway sends a key once, and it was asked with every key.
        #expect(gateway.taken == Set((1...120).map { "key-\($0)" }))
    }

    @Test("gives up with the database's error when it runs once and nobody answers")
    func noDatabase() async throws {
        struct Gone: NoticeStore {
            func lease(_: [NoticeChannel], limit: Int, seconds: Int) async throws -> [LeasedNotice] {
                throw SimulatedOutbox.broken
            }
            func settle(_: [NoticeSettlement]) async throws -> [SettledNotice] { [] }
            func standing(of _: [NoticeChannel]) async throws -> OutboxStanding { throw SimulatedOutbox.broken }
            func wakeUps() async -> AsyncStream<Void> { AsyncStream { $0.finish() } }
        }
        let delivery = DeliverNotices(
            from: Gone(), by: [.sms: SimulatedGateway()],
            policy: DeliveryPolicy(storeFailureLimit: 2, firstPause: .milliseconds(1)),
            backOff: { _ in NoticeBackOff(first: 1, longest: 1) },
            compose: { _ in ComposedNotice(heading: "", body: "") })
        await #expect(throws: SimulatedOutbox.broken) { try await delivery.run(until: never) }
    }

    private func unzipped<First, Second>(_ pairs: [(stream: First, continuation: Second)]) -> ([First], [Second]) {
        (pairs.map(\.stream), pairs.map(\.continuation))
    }
}
