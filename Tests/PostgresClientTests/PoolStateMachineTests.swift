import Testing

@testable import PostgresClient

struct PoolStateMachineTests {
    private let start = ContinuousClock.now

    private func machine(
        minimum: Int = 0, maximum: Int = 2, idle: Duration = .seconds(60), acquire: Duration = .seconds(5)
    ) -> PoolStateMachine {
        PoolStateMachine(
            options: PoolOptions(minimum: minimum, maximum: maximum, idleTimeout: idle, acquireTimeout: acquire))
    }

    @Test func `connections are made when they are wanted, up to the maximum`() {
        var pool = machine()
        #expect(pool.start() == [])
        #expect(pool.acquire(1, now: start) == [.connect(1)])
        #expect(pool.acquire(2, now: start) == [.connect(2)])
        #expect(pool.acquire(3, now: start) == [])
        #expect(pool.connected(2, now: start) == [.lease(2, to: 1)])
        #expect(pool.connected(1, now: start) == [.lease(1, to: 2)])
        #expect(pool.release(1, usable: true, now: start) == [.lease(1, to: 3)])
    }

    @Test func `who came first is served first`() {
        var pool = machine(maximum: 1)
        _ = pool.acquire(1, now: start)
        _ = pool.connected(1, now: start)
        for waiter in 2...9 { #expect(pool.acquire(waiter, now: start) == []) }
        for waiter in 2...9 { #expect(pool.release(1, usable: true, now: start) == [.lease(1, to: waiter)]) }
        #expect(pool.release(1, usable: true, now: start) == [])
        #expect(pool.idleCount == 1)
    }

    @Test func `a failed attempt tells who waited longest, and tries anew for the others`() {
        var pool = machine(maximum: 1)
        _ = pool.acquire(1, now: start)
        _ = pool.acquire(2, now: start)
        #expect(pool.connectFailed(1, now: start) == [.fail(1, .connectFailed(1)), .connect(2)])
        #expect(pool.connected(2, now: start) == [.lease(2, to: 2)])
    }

    @Test func `a cancelled waiter is passed over`() {
        var pool = machine(maximum: 1)
        _ = pool.acquire(1, now: start)
        _ = pool.connected(1, now: start)
        _ = pool.acquire(2, now: start)
        _ = pool.acquire(3, now: start)
        #expect(pool.cancel(2) == [.fail(2, .cancelled)])
        #expect(pool.cancel(2) == [])
        #expect(pool.release(1, usable: true, now: start) == [.lease(1, to: 3)])
        #expect(pool.cancel(3) == [])
    }

    @Test func `who waits too long is told so`() {
        var pool = machine(maximum: 1, acquire: .seconds(5))
        _ = pool.acquire(1, now: start)
        _ = pool.connected(1, now: start)
        _ = pool.acquire(2, now: start)
        _ = pool.acquire(3, now: start + .seconds(1))
        #expect(pool.nextDeadline == start + .seconds(5))
        #expect(pool.tick(now: start + .seconds(4)) == [])
        #expect(pool.tick(now: start + .seconds(5)) == [.fail(2, .exhausted(waited: .seconds(5)))])
        #expect(pool.nextDeadline == start + .seconds(6))
        #expect(pool.release(1, usable: true, now: start + .seconds(5)) == [.lease(1, to: 3)])
    }

    @Test func `what lies idle too long is closed, down to the minimum`() {
        var pool = machine(minimum: 1, maximum: 3, idle: .seconds(60))
        #expect(pool.start() == [.connect(1)])
        #expect(pool.connected(1, now: start) == [])
        #expect(pool.acquire(1, now: start) == [.lease(1, to: 1)])
        #expect(pool.acquire(2, now: start) == [.connect(2)])
        _ = pool.connected(2, now: start)
        _ = pool.release(1, usable: true, now: start)
        _ = pool.release(2, usable: true, now: start + .seconds(10))
        #expect(pool.nextDeadline == start + .seconds(60))
        #expect(pool.tick(now: start + .seconds(60)) == [.close(1)])
        #expect(pool.tick(now: start + .seconds(600)) == [])
        #expect(pool.connectionCount == 1 && pool.nextDeadline == nil)
    }

    @Test func `the connection used last is used first`() {
        var pool = machine(maximum: 2)
        for n in 1...2 {
            _ = pool.acquire(n, now: start)
            _ = pool.connected(n, now: start)
        }
        _ = pool.release(1, usable: true, now: start)
        _ = pool.release(2, usable: true, now: start)
        #expect(pool.acquire(3, now: start) == [.lease(2, to: 3)])
    }

    @Test func `a broken connection is closed and replaced for who waits`() {
        var pool = machine(maximum: 1)
        _ = pool.acquire(1, now: start)
        _ = pool.connected(1, now: start)
        _ = pool.acquire(2, now: start)
        #expect(pool.release(1, usable: false, now: start) == [.close(1), .connect(2)])
        #expect(pool.connected(2, now: start) == [.lease(2, to: 2)])
    }

    @Test func `a connection that died in idleness costs its taker nothing but a new one`() {
        var pool = machine(maximum: 1)
        _ = pool.acquire(1, now: start)
        _ = pool.connected(1, now: start)
        _ = pool.release(1, usable: true, now: start)
        _ = pool.acquire(2, now: start)
        #expect(pool.acquire(3, now: start) == [])
        #expect(pool.leaseWasDead(1, waiter: 2, now: start) == [.close(1), .connect(2)])
        #expect(pool.connected(2, now: start) == [.lease(2, to: 2)])
    }

    @Test func `an unreachable server is asked again for the minimum after a while`() {
        var pool = machine(minimum: 1)
        _ = pool.start()
        #expect(pool.connectFailed(1, now: start) == [])
        #expect(pool.nextDeadline == start + PoolStateMachine.replenishDelay)
        #expect(pool.tick(now: start + PoolStateMachine.replenishDelay) == [.connect(2)])
    }

    @Test func `after shutting down nobody is served and everything is closed`() {
        var pool = machine(maximum: 2)
        _ = pool.acquire(1, now: start)
        _ = pool.connected(1, now: start)
        _ = pool.acquire(2, now: start)
        #expect(pool.shutDown() == [.fail(2, .closed)])
        #expect(pool.acquire(3, now: start) == [.fail(3, .closed)])
        #expect(pool.connected(2, now: start) == [.close(2)])
        #expect(pool.release(1, usable: true, now: start) == [.close(1)])
        #expect(pool.isDrained && pool.nextDeadline == nil)
    }

    /// A seeded walk through thousands of events, whatever their order: nobody is served twice, no connection serves
    /// two, and the maximum holds.
    @Test(arguments: 1...50) func `no order of events breaks the pool's promises`(seed: UInt64) {
        var random = SplitMix(state: seed)
        var pool = machine(minimum: Int(seed % 3), maximum: 3 + Int(seed % 3), acquire: .seconds(3))
        var now = start
        var (connecting, leased, waiting) = (Set<Int>(), [Int: Int](), Set<Int>())
        var (closed, nextWaiter) = (Set<Int>(), 0)
        func carryOut(_ actions: [PoolStateMachine.Action]) {
            for action in actions {
                switch action {
                case .connect(let id): #expect(connecting.insert(id).inserted)
                case .close(let id):
                    #expect(closed.insert(id).inserted)
                    #expect(leased[id] == nil)
                case .lease(let id, let waiter):
                    #expect(leased[id] == nil && !closed.contains(id))
                    #expect(waiting.remove(waiter) != nil)
                    leased[id] = waiter
                case .fail(let waiter, _): #expect(waiting.remove(waiter) != nil)
                }
            }
            #expect(pool.connectionCount <= 3 + Int(seed % 3))
            #expect(pool.waiterCount == waiting.count)
        }
        carryOut(pool.start())
        for _ in 0..<500 {
            now += .milliseconds(Int.random(in: 0...500, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1, 2:
                nextWaiter += 1
                waiting.insert(nextWaiter)
                carryOut(pool.acquire(nextWaiter, now: now))
            case 3:
                guard let id = connecting.sorted().randomElement(using: &random) else { continue }
                connecting.remove(id)
                carryOut(
                    Bool.random(using: &random) ? pool.connected(id, now: now) : pool.connectFailed(id, now: now))
            case 4, 5:
                guard let id = leased.keys.sorted().randomElement(using: &random) else { continue }
                leased[id] = nil
                carryOut(pool.release(id, usable: Int.random(in: 0..<4, using: &random) > 0, now: now))
            case 6:
                guard let waiter = waiting.sorted().randomElement(using: &random) else { continue }
                carryOut(pool.cancel(waiter))
            default: carryOut(pool.tick(now: now))
            }
        }
        // Given time and a server, everybody who still waits is served.
        while !waiting.isEmpty {
            for id in connecting.sorted() {
                connecting.remove(id)
                carryOut(pool.connected(id, now: now))
            }
            for id in leased.keys.sorted() {
                leased[id] = nil
                carryOut(pool.release(id, usable: true, now: now))
            }
        }
    }
}

/// A small generator whose sequence is the same everywhere (Steele, Lea and Flood, 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
