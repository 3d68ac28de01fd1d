/// Whoever can say how long it takes between places: a straight line, a table from a routing server, a test.
public protocol TravelTimes: Sendable {
    /// Gives seconds and metres between all pairs of the places, in their order.
    func matrix(for places: [Coordinate]) async throws -> TravelMatrix
}
