/// For each visit the visits near it, nearest first: the granular neighbourhoods of Toth & Vigo (2003).
///
/// Two lists a visit. *Adjacent* is by distance alone and guides the ruin. *Close* also counts the waiting and the
/// lateness that direct succession would cause, as in Vidal et al. (2013), and guides insertion: a visit is only tried
/// next to those that it could sensibly follow or precede.
final class Neighbourhoods: Sendable {
    static let adjacentLimit = 200
    static let closeLimit = 80
    /// With so few visits each is close to all.
    static let smallProblem = 150

    let adjacentCount: Int
    let closeCount: Int
    // Written only in `init` and freed only in `deinit`: reads from any thread are safe.
    private nonisolated(unsafe) let adjacent: UnsafeMutablePointer<Int32>
    private nonisolated(unsafe) let close: UnsafeMutablePointer<Int32>

    init(_ problem: RoutingProblem, visits: [Int32], records: [VisitRecord]) {
        let others = max(0, visits.count - 1)
        adjacentCount = min(others, Self.adjacentLimit)
        closeCount = others <= Self.smallProblem ? others : Self.closeLimit
        adjacent = .allocate(capacity: max(1, problem.visits.count * adjacentCount))
        close = .allocate(capacity: max(1, problem.visits.count * closeCount))
        adjacent.initialize(repeating: 0, count: problem.visits.count * adjacentCount)
        close.initialize(repeating: 0, count: problem.visits.count * closeCount)
        guard others > 0 else { return }

        let matrix = problem.travel.storage
        let side = problem.travel.locationCount
        var byDistance = NearestList(capacity: adjacentCount)
        var byProximity = NearestList(capacity: closeCount)
        for visit in visits {
            byDistance.removeAll()
            byProximity.removeAll()
            let here = records[Int(visit)]
            let row = Int(here.location) * side
            for other in visits where other != visit {
                let there = records[Int(other)]
                let column = Int(there.location)
                let away = Int(matrix.metres[row + column]) + Int(matrix.metresByColumn[row + column])
                byDistance.offer(other, away)
                let onward = Self.misfit(here, there, drive: matrix.seconds[row + column])
                let back = Self.misfit(there, here, drive: matrix.secondsByColumn[row + column])
                byProximity.offer(other, away + 2 * min(onward, back))
            }
            byDistance.write(to: adjacent + Int(visit) * adjacentCount)
            byProximity.write(to: close + Int(visit) * closeCount)
        }
    }

    deinit {
        adjacent.deallocate()
        close.deallocate()
    }

    func adjacent(to visit: Int32) -> UnsafePointer<Int32> {
        UnsafePointer(adjacent + Int(visit) * adjacentCount)
    }

    func close(to visit: Int32) -> UnsafePointer<Int32> {
        UnsafePointer(close + Int(visit) * closeCount)
    }

    /// Unavoidable waiting and lateness when `second` directly follows `first`.
    ///
    /// Weighted 0.2 and 1, as in Vidal et al. (2013).
    private static func misfit(_ first: VisitRecord, _ second: VisitRecord, drive: Int32) -> Int {
        let step = Int(first.service) + Int(drive)
        let waiting = max(0, Int(second.earliest) - step - Int(first.latest))
        let lateness = max(0, Int(first.earliest) + step - Int(second.latest))
        return waiting / 5 + lateness
    }
}

/// The so many nearest of all that were offered, as a heap with the farthest on top.
struct NearestList {
    private let capacity: Int
    private var heap: [(key: Int, visit: Int32)] = []

    init(capacity: Int) {
        self.capacity = capacity
        heap.reserveCapacity(capacity)
    }

    mutating func removeAll() {
        heap.removeAll(keepingCapacity: true)
    }

    mutating func offer(_ visit: Int32, _ key: Int) {
        guard heap.count == capacity else {
            heap.append((key, visit))
            siftUp()
            return
        }
        guard let top = heap.first, (key, visit) < (top.key, top.visit) else { return }
        heap[0] = (key, visit)
        siftDown()
    }

    /// Writes the visits, nearest first; ties by index, so that the order is always the same.
    func write(to memory: UnsafeMutablePointer<Int32>) {
        for (index, entry) in heap.sorted(by: { ($0.key, $0.visit) < ($1.key, $1.visit) }).enumerated() {
            memory[index] = entry.visit
        }
    }

    private mutating func siftUp() {
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard isFarther(child, parent) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, isFarther(child + 1, child) { child += 1 }
            guard isFarther(child, parent) else { return }
            heap.swapAt(child, parent)
            parent = child
        }
    }

    private func isFarther(_ left: Int, _ right: Int) -> Bool {
        (heap[left].key, heap[left].visit) > (heap[right].key, heap[right].visit)
    }
}
