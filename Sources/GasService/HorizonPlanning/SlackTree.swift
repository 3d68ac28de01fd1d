/// For each day t, how much capacity is left by t beyond the work due by t: a segment tree with range addition and minimum.
///
/// Taking work with deadline D on day d lowers the slack of every day in [d, D) and leaves that from D on as it was; it
/// endangers nobody as long as the least slack stays at or above zero. Both operations take O(log days).
struct SlackTree {
    private let days: Int
    private let leaves: Int
    private var least: [Int64]
    private var pending: [Int64]

    init(slack: [Int64]) {
        days = slack.count
        var size = 1
        while size < slack.count { size *= 2 }
        leaves = size
        least = [Int64](repeating: .max / 4, count: 2 * size)
        pending = [Int64](repeating: 0, count: 2 * size)
        for (day, value) in slack.enumerated() { least[size + day] = value }
        for node in stride(from: size - 1, through: 1, by: -1) {
            least[node] = min(least[2 * node], least[2 * node + 1])
        }
    }

    /// Adds to the slack of days `from` to the last.
    mutating func add(_ amount: Int64, from first: Int) {
        if first < days { add(amount, max(first, 0), leaves - 1, node: 1, 0, leaves - 1) }
    }

    /// Adds to the slack of days `first` up to but not including `end`.
    mutating func add(_ amount: Int64, from first: Int, upTo end: Int) {
        let last = min(end, days) - 1
        if first <= last { add(amount, max(first, 0), last, node: 1, 0, leaves - 1) }
    }

    /// The least slack of days `first` up to but not including `end`; very large when there is no such day.
    func minimum(from first: Int, upTo end: Int) -> Int64 {
        let last = min(end, days) - 1
        guard first <= last else { return .max / 4 }
        return minimum(max(first, 0), last, node: 1, 0, leaves - 1)
    }

    /// The first day from `first` on whose slack is negative.
    func firstNegative(from first: Int) -> Int? {
        guard minimum(from: first, upTo: days) < 0 else { return nil }
        var low = first
        var high = days - 1
        while low < high {
            let middle = (low + high) / 2
            if minimum(from: first, upTo: middle + 1) < 0 { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private mutating func add(_ amount: Int64, _ first: Int, _ last: Int, node: Int, _ low: Int, _ high: Int) {
        if first <= low && high <= last {
            least[node] += amount
            pending[node] += amount
            return
        }
        let middle = (low + high) / 2
        if first <= middle { add(amount, first, last, node: 2 * node, low, middle) }
        if last > middle { add(amount, first, last, node: 2 * node + 1, middle + 1, high) }
        least[node] = min(least[2 * node], least[2 * node + 1]) + pending[node]
    }

    private func minimum(_ first: Int, _ last: Int, node: Int, _ low: Int, _ high: Int) -> Int64 {
        if first <= low && high <= last { return least[node] }
        let middle = (low + high) / 2
        var value = Int64.max / 4
        if first <= middle { value = minimum(first, last, node: 2 * node, low, middle) }
        if last > middle { value = min(value, minimum(first, last, node: 2 * node + 1, middle + 1, high)) }
        return value + pending[node]
    }
}
