/// Travel by the straight line times a detour factor, at a speed that grows with the distance.
///
/// Roads in cities are about 1.3 to 1.4 times as long as the crow flies (Boscoe, Henry & Zdeb 2012 find 1.4 in the
/// United States). A short drive is slow: corners, lights, parking; each drive has a fixed part for that.
public struct StraightLineTravel: TravelTimes {
    /// Road metres for each metre of straight line.
    public var detourFactor: Double
    /// Speed on the road, in metres per second.
    public var metresPerSecond: Double
    /// Time that any drive between two different places takes besides, in seconds.
    public var secondsPerDrive: Double

    /// Makes a model of travel; the defaults are a van in a dense city: 1.35, 25 km/h, one minute to park and walk.
    public init(detourFactor: Double = 1.35, metresPerSecond: Double = 25 / 3.6, secondsPerDrive: Double = 60) {
        precondition(detourFactor > 0 && metresPerSecond > 0 && secondsPerDrive >= 0)
        self.detourFactor = detourFactor
        self.metresPerSecond = metresPerSecond
        self.secondsPerDrive = secondsPerDrive
    }

    /// Gives the matrix at once; quadratic in the number of places.
    ///
    /// - Throws: `RoutingProblemError.matrixSize` when there is no place.
    public func matrixNow(for places: [Coordinate]) throws(RoutingProblemError) -> TravelMatrix {
        let side = places.count
        var seconds = [Int32](repeating: 0, count: side * side)
        var metres = seconds
        for row in 0..<side {
            for column in 0..<row {
                let distance = places[row].metres(to: places[column]) * detourFactor
                let time = distance < 1 ? 0 : distance / metresPerSecond + secondsPerDrive
                for entry in [row * side + column, column * side + row] {
                    metres[entry] = Int32(distance.rounded())
                    seconds[entry] = Int32(time.rounded())
                }
            }
        }
        return try TravelMatrix(locationCount: side, seconds: seconds, metres: metres)
    }

    /// Gives the matrix; quadratic in the number of places, and never suspends.
    public func matrix(for places: [Coordinate]) async throws -> TravelMatrix {
        try matrixNow(for: places)
    }
}
