/// For each visit the visits near it, nearest first: the granular neighbourhoods of Toth & Vigo (2003).
///
/// Three lists a visit. *Adjacent* is by distance alone and guides the ruin. *Predecessors* and *successors* are those
/// that can directly precede or follow it at all, by the way between and the waiting that such succession would cause,
/// as in Vidal et al. (2013), §4.5; they guide insertion and exchange.
final class Neighbourhoods: Sendable {
    private static let adjacentLimit = 200
    private static let closeLimit = 40
    /// With so few visits each is close to all.
    private static let smallProblem = 150

    let adjacentCount: Int
    /// Whether the lists leave out visits that could directly precede or follow.
    let areTruncated: Bool
    private let closeCount: Int
    // Written only in `init` and freed only in `deinit`: reads from any thread are safe.
    private nonisolated(unsafe) let adjacent: UnsafeMutablePointer<Int32>
    private nonisolated(unsafe) let before: UnsafeMutablePointer<Int32>
    private nonisolated(unsafe) let behind: UnsafeMutablePointer<Int32>
    /// For each visit the lengths of its two lists.
    private nonisolated(unsafe) let counts: UnsafeMutablePointer<(before: Int32, behind: Int32)>

    init(_ problem: RoutingProblem, visits: [Int32], records: [VisitRecord]) {
        let others = max(0, visits.count - 1)
        adjacentCount = min(others, Self.adjacentLimit)
        closeCount = others <= Self.smallProblem ? others : min(others, Self.closeLimit)
        areTruncated = visits.isEmpty || closeCount < others
        let size = problem.visits.count
        adjacent = .copying([Int32](repeating: 0, count: size * adjacentCount))
        before = .copying([Int32](repeating: 0, count: size * closeCount))
        behind = .copying([Int32](repeating: 0, count: size * closeCount))
        counts = .copying(Array(repeating: (0, 0), count: size))
        guard others > 0 else { return }

        let matrix = problem.travel.storage
        let side = problem.travel.locationCount
        var byDistance = NearestList(capacity: adjacentCount)
        var predecessors = NearestList(capacity: closeCount)
        var successors = NearestList(capacity: closeCount)
        for visit in visits {
            byDistance.removeAll()
            predecessors.removeAll()
            successors.removeAll()
            let here = records[Int(visit)]
            let row = Int(here.location) * side
            for other in visits where other != visit {
                let there = records[Int(other)]
                let cell = row + Int(there.location)
                let (onward, back) = (Int(matrix.metres[cell]), Int(matrix.metresByColumn[cell]))
                byDistance.offer(other, onward + back)
                if let waiting = Self.waiting(here, there, drive: matrix.seconds[cell]) {
                    successors.offer(other, onward + waiting / 5)
                }
                if let waiting = Self.waiting(there, here, drive: matrix.secondsByColumn[cell]) {
                    predecessors.offer(other, back + waiting / 5)
                }
            }
            byDistance.write(to: adjacent + Int(visit) * adjacentCount)
            counts[Int(visit)].before = predecessors.write(to: before + Int(visit) * closeCount)
            counts[Int(visit)].behind = successors.write(to: behind + Int(visit) * closeCount)
        }
    }

    deinit {
        adjacent.deallocate()
        before.deallocate()
        behind.deallocate()
        counts.deallocate()
    }

    func adjacent(to visit: Int32) -> UnsafePointer<Int32> {
        UnsafePointer(adjacent + Int(visit) * adjacentCount)
    }

    /// Visits that may come directly before one.
    @inline(__always)
    func predecessors(of visit: Int32) -> UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(start: before + Int(visit) * closeCount, count: Int(counts[Int(visit)].before))
    }

    /// Visits that may come directly behind one.
    @inline(__always)
    func successors(of visit: Int32) -> UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(start: behind + Int(visit) * closeCount, count: Int(counts[Int(visit)].behind))
    }

    /// Seconds of waiting that cannot be avoided when `second` directly follows `first`; `nil` when it cannot follow.
    private static func waiting(_ first: VisitRecord, _ second: VisitRecord, drive: Int32) -> Int? {
        let step = Int(first.service) + Int(drive)
        guard Int(first.earliest) + step <= Int(second.latest) else { return nil }
        return max(0, Int(second.earliest) - step - Int(first.latest))
    }
}
