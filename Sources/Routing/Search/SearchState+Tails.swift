/// Exchanging the ends of two routes.
extension SearchState {
    /// What stands behind a node in its route: how many visits, how much load, and whether one belongs to a pair.
    func tail(behind node: Int32) -> (count: Int32, load: Int32, hasPairs: Bool) {
        var tail = (count: Int32(0), load: Int32(0), hasPairs: false)
        var visit = nodes[Int(node)].next
        while visit < model.visitCount {
            let data = model.visits[Int(visit)]
            tail.count += 1
            tail.load += data.load
            if data.partner >= 0 { tail.hasPairs = true }
            visit = nodes[Int(visit)].next
        }
        return tail
    }

    /// Exchanges all that stands behind two nodes of different routes; the caller calls `refresh` for both.
    func exchangeTails(behind first: Int32, _ second: Int32) {
        let one = Int(nodes[Int(first)].route)
        let other = Int(nodes[Int(second)].route)
        touch(one)
        touch(other)
        let (tailOfOne, tailOfOther) = (tail(behind: first), tail(behind: second))
        let wereIdle = (routes[one].count == 0, routes[other].count == 0)
        let lastOfOne = nodes[Int(endNode(one))].previous
        let lastOfOther = nodes[Int(endNode(other))].previous
        let firstOfOne = nodes[Int(first)].next
        let firstOfOther = nodes[Int(second)].next
        link(first, tailOfOther.count > 0 ? firstOfOther : endNode(one))
        if tailOfOther.count > 0 { link(lastOfOther, endNode(one)) }
        link(second, tailOfOne.count > 0 ? firstOfOne : endNode(other))
        if tailOfOne.count > 0 { link(lastOfOne, endNode(other)) }
        adopt(one, behind: first, gaining: tailOfOther, losing: tailOfOne, wasIdle: wereIdle.0)
        adopt(other, behind: second, gaining: tailOfOne, losing: tailOfOther, wasIdle: wereIdle.1)
    }

    private func link(_ first: Int32, _ second: Int32) {
        nodes[Int(first)].next = second
        nodes[Int(second)].previous = first
    }

    /// Settles the counts of a route that got another end, and tells that end where it belongs now.
    private func adopt(
        _ crew: Int, behind node: Int32, gaining gain: (count: Int32, load: Int32, hasPairs: Bool),
        losing loss: (count: Int32, load: Int32, hasPairs: Bool), wasIdle: Bool
    ) {
        routes[crew].count += gain.count - loss.count
        routes[crew].visitsLeft += loss.count - gain.count
        routes[crew].loadLeft += loss.load - gain.load
        if (routes[crew].count == 0) != wasIdle {
            if wasIdle { idleCrews.remove(crew) } else { idleCrews.insert(crew) }
        }
        var visit = nodes[Int(node)].next
        while visit < model.visitCount {
            nodes[Int(visit)].route = Int32(crew)
            visit = nodes[Int(visit)].next
        }
    }
}
