/// A queue of household slots by day, earliest day first and, on the same day, in the order of the slots.
///
/// A binary heap of packed keys; entries that no longer hold are skipped by whoever takes them out.
struct DayQueue {
    private var heap: [UInt64] = []

    var isEmpty: Bool { heap.isEmpty }

    /// The entry with the earliest day.
    var first: (day: Int, slot: Int)? {
        heap.first.map { (Int($0 >> 32) - Self.shift, Int($0 & 0xFFFF_FFFF)) }
    }

    /// Days may be negative (overdue); the shift keeps keys positive.
    private static let shift = 1 << 24

    mutating func push(day: Int, slot: Int) {
        heap.append(UInt64(day + Self.shift) << 32 | UInt64(slot))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            if heap[parent] <= heap[child] { break }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        var hole = 0
        while true {
            var child = 2 * hole + 1
            if child >= heap.count { break }
            if child + 1 < heap.count && heap[child + 1] < heap[child] { child += 1 }
            if last <= heap[child] { break }
            heap[hole] = heap[child]
            hole = child
        }
        heap[hole] = last
    }
}
