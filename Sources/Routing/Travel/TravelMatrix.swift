/// Seconds and metres between all pairs of places, not necessarily the same both ways.
///
/// Dense, 32 bits an entry, shared and never copied: a matrix of 4,000 places takes 128 MB, or twice that when it is
/// asymmetric, since the search reads it by row and by column.
public struct TravelMatrix: Sendable {
    /// The entry, of seconds or of metres, that stands for "no way"; also the largest that is accepted.
    public static let unreachable: Int32 = 400_000_000

    /// How many places there are.
    public let locationCount: Int
    let storage: MatrixStorage

    /// Makes a matrix from two row-major tables, entry `from × locationCount + to`.
    ///
    /// - Parameters:
    ///   - locationCount: How many places there are, at least one.
    ///   - seconds: Travel times.
    ///   - metres: Distances.
    /// - Throws: `RoutingProblemError.matrixSize` or `.matrixEntry`.
    public init(locationCount: Int, seconds: [Int32], metres: [Int32]) throws(RoutingProblemError) {
        for table in [seconds, metres] {
            guard locationCount > 0, table.count == locationCount * locationCount else {
                throw .matrixSize(expected: locationCount * locationCount, found: table.count)
            }
            if let wrong = table.firstIndex(where: { !(0...Self.unreachable).contains($0) }) {
                throw .matrixEntry(from: wrong / locationCount, to: wrong % locationCount)
            }
        }
        self.locationCount = locationCount
        storage = MatrixStorage(locationCount: locationCount, seconds: seconds, metres: metres)
    }

    /// Travel time from one place to another, in seconds.
    public func seconds(from origin: Int, to destination: Int) -> Int {
        precondition((0..<locationCount).contains(origin) && (0..<locationCount).contains(destination))
        return Int(storage.seconds[origin * locationCount + destination])
    }

    /// Distance from one place to another, in metres.
    public func metres(from origin: Int, to destination: Int) -> Int {
        precondition((0..<locationCount).contains(origin) && (0..<locationCount).contains(destination))
        return Int(storage.metres[origin * locationCount + destination])
    }

    /// The matrix of some of the places, in the order given.
    ///
    /// - Throws: `RoutingProblemError.matrixSize` when none is given, `.place` for one that is not there.
    public func part(_ places: [Int]) throws(RoutingProblemError) -> TravelMatrix {
        if let stranger = places.first(where: { !(0..<locationCount).contains($0) }) {
            throw .place(stranger)
        }
        func entries(_ table: UnsafePointer<Int32>) -> [Int32] {
            places.flatMap { from in places.map { table[from * locationCount + $0] } }
        }
        return try TravelMatrix(
            locationCount: places.count, seconds: entries(storage.seconds), metres: entries(storage.metres))
    }
}
