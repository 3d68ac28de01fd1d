/// The most work that fits, by Dinic's maximum flow: an oracle that shares no code with the planner.
struct MaximumFlow {
    private struct Edge {
        let to: Int
        var room: Int
    }

    private var edges: [Edge] = []
    private var from: [[Int]]

    private init(nodes: Int) { from = Array(repeating: [], count: nodes) }

    /// How much of the work (first day, last day, amount) fits into the capacities.
    static func most(work: [(first: Int, last: Int, amount: Int)], capacity: [Int]) -> Int {
        var flow = MaximumFlow(nodes: 2 + work.count + capacity.count)
        for (index, item) in work.enumerated() {
            flow.connect(0, 2 + index, item.amount)
            for day in capacity.indices where day >= item.first && day <= item.last {
                flow.connect(2 + index, 2 + work.count + day, item.amount)
            }
        }
        for day in capacity.indices { flow.connect(2 + work.count + day, 1, capacity[day]) }
        return flow.run()
    }

    private mutating func connect(_ a: Int, _ b: Int, _ room: Int) {
        from[a].append(edges.count)
        edges.append(Edge(to: b, room: room))
        from[b].append(edges.count)
        edges.append(Edge(to: a, room: 0))
    }

    private mutating func run() -> Int {
        var total = 0
        while true {
            var level = Array(repeating: -1, count: from.count)
            level[0] = 0
            var queue = [0]
            var head = 0
            while head < queue.count {
                for edge in from[queue[head]] where edges[edge].room > 0 && level[edges[edge].to] < 0 {
                    level[edges[edge].to] = level[queue[head]] + 1
                    queue.append(edges[edge].to)
                }
                head += 1
            }
            if level[1] < 0 { return total }
            var tried = Array(repeating: 0, count: from.count)
            while case let pushed = push(0, .max, level, &tried), pushed > 0 { total += pushed }
        }
    }

    private mutating func push(_ node: Int, _ most: Int, _ level: [Int], _ tried: inout [Int]) -> Int {
        if node == 1 { return most }
        while tried[node] < from[node].count {
            let edge = from[node][tried[node]]
            let next = edges[edge].to
            if edges[edge].room > 0, level[next] == level[node] + 1 {
                let pushed = push(next, min(most, edges[edge].room), level, &tried)
                if pushed > 0 {
                    edges[edge].room -= pushed
                    edges[edge ^ 1].room += pushed
                    return pushed
                }
            }
            tried[node] += 1
        }
        return 0
    }
}
