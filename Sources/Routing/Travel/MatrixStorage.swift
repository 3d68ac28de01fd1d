/// The memory behind a travel matrix: each table once by row and once by column, shared where they are equal.
///
/// The search asks for the way *to* a visit and the way *from* it in the same breath; with both layouts either is one
/// contiguous row. Immutable after `init`, so it can be shared between threads.
final class MatrixStorage: Sendable {
    // Written only in `init` and freed only in `deinit`: reads from any thread are safe.
    nonisolated(unsafe) let seconds: UnsafePointer<Int32>
    nonisolated(unsafe) let secondsByColumn: UnsafePointer<Int32>
    nonisolated(unsafe) let metres: UnsafePointer<Int32>
    nonisolated(unsafe) let metresByColumn: UnsafePointer<Int32>
    /// The largest distance and the largest time between places that can be reached from each other.
    let farthest: Int
    let slowest: Int
    private nonisolated(unsafe) let owned: [UnsafeMutablePointer<Int32>]

    init(locationCount: Int, seconds: [Int32], metres: [Int32]) {
        let time = Self.tables(seconds, side: locationCount)
        let distance = seconds == metres ? time : Self.tables(metres, side: locationCount)
        self.seconds = UnsafePointer(time.byRow)
        secondsByColumn = UnsafePointer(time.byColumn)
        self.metres = UnsafePointer(distance.byRow)
        metresByColumn = UnsafePointer(distance.byColumn)
        farthest = Int(metres.lazy.filter { $0 < TravelMatrix.unreachable }.max() ?? 0)
        slowest = Int(seconds.lazy.filter { $0 < TravelMatrix.unreachable }.max() ?? 0)
        owned = Array(Set([time.byRow, time.byColumn, distance.byRow, distance.byColumn]))
    }

    deinit {
        for table in owned { table.deallocate() }
    }

    private static func tables(
        _ entries: [Int32], side: Int
    ) -> (byRow: UnsafeMutablePointer<Int32>, byColumn: UnsafeMutablePointer<Int32>) {
        let byRow = UnsafeMutablePointer<Int32>.allocate(capacity: entries.count)
        entries.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { byRow.initialize(from: base, count: entries.count) }
        }
        guard !isSymmetric(byRow, side: side) else { return (byRow, byRow) }
        let byColumn = UnsafeMutablePointer<Int32>.allocate(capacity: entries.count)
        for row in 0..<side {
            for column in 0..<side {
                byColumn[column * side + row] = byRow[row * side + column]
            }
        }
        return (byRow, byColumn)
    }

    private static func isSymmetric(_ table: UnsafeMutablePointer<Int32>, side: Int) -> Bool {
        for row in 0..<side {
            for column in 0..<row where table[row * side + column] != table[column * side + row] {
                return false
            }
        }
        return true
    }
}
