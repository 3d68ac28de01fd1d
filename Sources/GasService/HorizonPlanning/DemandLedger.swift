/// The work that is due, day by day, and the slack that promised capacity leaves over it.
struct DemandLedger {
    /// Seconds due on each day and not planned yet.
    private(set) var due: [Int64]
    /// Slack by day; see `SlackTree`.
    var slack: SlackTree
    private let promised: [Int64]
    private var isSettled = false

    init(promised: [Int64]) {
        self.promised = promised
        due = Array(repeating: 0, count: promised.count)
        slack = SlackTree(slack: [])
    }

    /// Adds work due on a day, or takes it back when negative.
    mutating func book(_ work: Int64, due day: Int) {
        due[day] += work
        if isSettled { slack.add(-work, from: day) }
    }

    /// Builds the tree once all known work is booked, which is cheaper than booking a million times into it.
    mutating func settle() {
        var total: Int64 = 0
        slack = SlackTree(
            slack: promised.indices.map { day in
                total += promised[day] - due[day]
                return total
            })
        isSettled = true
    }

    /// A day's share of all remaining work if it were spread evenly over what capacity remains.
    func meanShare(from day: Int, capacity: [Int64]) -> Double {
        let work = due[day...].reduce(0, +)
        let available = capacity[day...].reduce(0, +)
        return available > 0 ? min(1, Double(work) / Double(available)) * Double(capacity[day]) : 0
    }

    /// Seconds that a day must do so that the steepest stretch of deadlines from it on is met at an even pace.
    func levelShare(from day: Int, capacity: [Int64]) -> Double {
        var work: Int64 = 0
        var available: Int64 = 0
        var intensity = 0.0
        for later in day..<due.count {
            work += due[later]
            available += capacity[later]
            if work > 0 && available > 0 { intensity = max(intensity, Double(work) / Double(available)) }
        }
        return min(intensity, 1) * Double(capacity[day])
    }
}
