package import Archive

/// That something happened to a fault, or that time passed.
package enum FaultChanges {
    /// Yields at each change of a fault in any session, and at least as often as is said: deadlines come near by themselves.
    package static func stream(in database: GasworksDatabase, atLeastEvery period: Duration) -> AsyncStream<Void> {
        WakeUps.stream(of: "gasworks_faults", in: database, atLeastEvery: period)
    }
}
