/// Keeping times and costs of routes up to date.
extension SearchState {
    /// Brings times and cost of a route up to date with its links.
    ///
    /// Returns false when the route cannot be driven: possible after a removal where a detour is faster than the
    /// direct way, as tables of real roads have it.
    @discardableResult
    func refresh(_ crew: Int) -> Bool {
        let record = model.crews[crew]
        var cost = record.fixedCost
        let isDrivable =
            switch record.kind {
            case .plain: refreshTimes(crew, cost: &cost)
            case .timed: refreshTimed(crew, cost: &cost)
            case .general: refreshExactly(crew, cost: &cost)
            }
        if routes[crew].count == 0 && !record.isCommitted { cost = 0 }
        totals.pointee += cost - routes[crew].cost
        routes[crew].cost = cost
        return isDrivable
    }

    private func refreshTimed(_ crew: Int, cost: inout Int) -> Bool {
        guard refreshTimes(crew, cost: &cost), let surcharge = refreshSpans(crew) else { return false }
        cost += surcharge
        return true
    }

    private func refreshExactly(_ crew: Int, cost: inout Int) -> Bool {
        guard refreshTimes(crew, cost: &cost) else { return false }
        let count = visits(of: crew).count
        guard let exact = evaluator.cost(crew: crew, stops: sequence, count: count, nodes: nodes) else { return false }
        cost = exact
        return true
    }

    /// Sweeps forward for earliest departures and backward for latest arrivals.
    private func refreshTimes(_ crew: Int, cost: inout Int) -> Bool {
        let end = endNode(crew)
        let preference = model.preference
        let classIndex = Int(routes[crew].classIndex)
        var metres = 0
        var node = startNode(crew)
        while node != end {
            let next = nodes[Int(node)].next
            join(node, next)
            metres += Int(nodes[Int(node)].metresToNext)
            guard arrive(next, from: node) else { return false }
            if let preference, next < model.visitCount {
                cost += preference[Int(next) * model.classCount + classIndex]
            }
            node = next
        }
        cost += metres * routes[crew].costPerMetre
        node = nodes[Int(end)].previous
        while nodes[Int(node)].previous >= 0 {
            depart(node)
            node = nodes[Int(node)].previous
        }
        return true
    }

    /// Sweeps forward and backward from a visit just inserted, as far as anything changes.
    func spread(from visit: Int32) {
        let before = nodes[Int(visit)].previous
        join(before, visit)
        join(visit, nodes[Int(visit)].next)
        var node = visit
        while nodes[Int(node)].next >= 0 || node == visit {
            let old = nodes[Int(node)].earliestDeparture
            _ = arrive(node, from: nodes[Int(node)].previous)
            if node != visit, nodes[Int(node)].earliestDeparture == old { break }
            node = nodes[Int(node)].next
        }
        node = visit
        while nodes[Int(node)].previous >= 0 {
            let old = nodes[Int(node)].latestArrival
            depart(node)
            if node != visit, nodes[Int(node)].latestArrival == old { break }
            node = nodes[Int(node)].previous
        }
    }

    /// Notes at two successive nodes where the other is.
    @inline(__always)
    private func join(_ first: Int32, _ second: Int32) {
        let origin = nodes[Int(first)].location
        let destination = nodes[Int(second)].location
        let metres = model.metres[Int(origin) * model.locationCount + Int(destination)]
        nodes[Int(first)].nextLocation = destination
        nodes[Int(first)].metresToNext = metres
        nodes[Int(second)].previousLocation = origin
        nodes[Int(second)].metresFromPrevious = metres
    }

    /// Sets a node's earliest departure from its predecessor's; false when that is too late.
    @inline(__always)
    private func arrive(_ node: Int32, from before: Int32) -> Bool {
        let data = nodes[Int(node)]
        let first = nodes[Int(before)]
        var time =
            first.earliestDeparture
            &+ model.seconds[Int(first.location) * model.locationCount + Int(data.location)]
        time = data.windowCount > 1 ? model.nextStart(model.visits[Int(node)], time) : max(time, data.early)
        nodes[Int(node)].earliestDeparture = time &+ data.service
        return time <= data.late
    }

    /// Sets a node's latest arrival from its successor's.
    @inline(__always)
    private func depart(_ node: Int32) {
        let data = nodes[Int(node)]
        let second = nodes[Int(data.next)]
        let drive = model.seconds[Int(data.location) * model.locationCount + Int(second.location)]
        let time = second.latestArrival &- drive &- data.service
        nodes[Int(node)].latestArrival =
            data.windowCount > 1 ? model.previousStart(model.visits[Int(node)], time) : min(time, data.late)
    }
}
