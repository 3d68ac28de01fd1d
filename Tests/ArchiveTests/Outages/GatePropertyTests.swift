import CrashHarness
import PostgresTesting
import Testing

/// Random outages, changes, failures, receipts and clocks from several sessions at once.
struct GatePropertyTests {
    /// How many starts of planned outages a run judges at least.
    private static let enough = 4

    @Test(.gasworks, arguments: [1, 2, 3, 4] as [UInt64])
    func `whatever is done at once, no planned outage starts with a household that was not told`(seed: UInt64)
        async throws
    {
        try await OutageTown.found()
        let property = GateProperty()
        var (started, faults) = (0, [String]())
        // The dice decide how often an outage comes to its start; a round has two such starts or so.
        for round in 0..<10 where started < Self.enough {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<4 {
                    let owned = OutageTown.accounts.enumerated().filter { $0.offset % 4 == worker }.map(\.element)
                    let dice = (seed * 10 + UInt64(round)) * 10 + UInt64(worker)
                    group.addTask { try await property.work(seed: dice, steps: 150, owned: owned) }
                }
                try await group.waitForAll()
            }
            (started, faults) = try await GateOracle(observer: property).faults()
        }
        #expect(faults.isEmpty, "\(property.counts.sorted { $0.key < $1.key })")
        #expect(started >= Self.enough, "\(property.counts.sorted { $0.key < $1.key })")
        #expect(try await OutageTown.faults().isEmpty)
    }
}
