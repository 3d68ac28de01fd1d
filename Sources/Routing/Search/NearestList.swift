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
        guard capacity > 0 else { return }
        guard heap.count == capacity else {
            heap.append((key, visit))
            siftUp()
            return
        }
        guard let top = heap.first, (key, visit) < (top.key, top.visit) else { return }
        heap[0] = (key, visit)
        siftDown()
    }

    /// Writes the visits, nearest first, and says how many; ties by index, so that the order is always the same.
    @discardableResult
    func write(to memory: UnsafeMutablePointer<Int32>) -> Int32 {
        for (index, entry) in heap.sorted(by: { ($0.key, $0.visit) < ($1.key, $1.visit) }).enumerated() {
            memory[index] = entry.visit
        }
        return Int32(heap.count)
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
