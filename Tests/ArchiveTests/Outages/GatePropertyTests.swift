import PostgresTesting
import Testing

/// Random outages, changes, failures, receipts and clocks from several sessions at once.
struct GatePropertyTests {
    @Test(.gasworks, arguments: [1, 2, 3, 4] as [UInt64])
    func `whatever is done at once, no planned outage starts with a household that was not told`(seed: UInt64)
        async throws
    {
        try await OutageTown.found()
        let property = GateProperty()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                let owned = OutageTown.accounts.enumerated().filter { $0.offset % 4 == worker }.map(\.element)
                group.addTask { try await property.work(seed: seed * 100 + UInt64(worker), steps: 200, owned: owned) }
            }
            try await group.waitForAll()
        }
        try await property.finish()
        let (started, faults) = try await GateOracle(observer: property).faults()
        #expect(faults.isEmpty, "\(property.counts.sorted { $0.key < $1.key })")
        #expect(started > 0, "no outage ever started: \(property.counts.sorted { $0.key < $1.key })")
        #expect(try await OutageTown.faults().isEmpty)
    }
}
