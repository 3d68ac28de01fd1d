/// Timed routes: duration and share of work by spans.
extension SearchState {
    /// What inserting a visit behind a node of a timed route adds beside metres and preference.
    ///
    /// `nil` when the route then lasts too long. The caller has tested the windows.
    func timedSurcharge(of visit: Int32, after node: Int32, driveTo: Int32, driveFrom: Int32) -> Int? {
        let here = nodes[Int(visit)]
        let next = nodes[Int(node)].next
        let crew = Int(nodes[Int(node)].route)
        let inserted = Span(duration: here.service, earliest: here.early, latest: here.late)
        let whole = spans.until[Int(node)].joined(inserted, drive: driveTo).joined(
            spans.from[Int(next)], drive: driveFrom)
        let driven = model.seconds[
            Int(nodes[Int(node)].location) * model.locationCount + Int(nodes[Int(next)].location)]
        let busy = routes[crew].busy &+ driveTo &+ driveFrom &+ here.service &- driven
        guard let cost = timeCost(crew, duration: whole.duration, busy: busy) else { return nil }
        let isIdle = routes[crew].count == 0 && !model.crews[crew].isCommitted
        return isIdle ? cost : cost - timeCostNow(crew)
    }

    /// Brings a timed route's spans and work up to date, and says what its time costs; `nil` when it lasts too long.
    func refreshSpans(_ crew: Int) -> Int? {
        let record = model.crews[crew]
        let (start, end) = (startNode(crew), endNode(crew))
        spans.until[Int(start)] = stop(start, record)
        spans.from[Int(end)] = stop(end, record)
        var busy: Int32 = 0
        var node = start
        while node != end {
            let next = nodes[Int(node)].next
            let drive = drive(node, next)
            busy &+= drive &+ nodes[Int(next)].service
            spans.until[Int(next)] = spans.until[Int(node)].joined(stop(next, record), drive: drive)
            node = next
        }
        while node != start {
            let previous = nodes[Int(node)].previous
            spans.from[Int(previous)] = stop(previous, record).joined(
                spans.from[Int(node)], drive: drive(previous, node))
            node = previous
        }
        routes[crew].busy = busy
        return timeCost(crew, duration: spans.until[Int(end)].duration, busy: busy)
    }

    private func timeCostNow(_ crew: Int) -> Int {
        timeCost(crew, duration: spans.until[Int(endNode(crew))].duration, busy: routes[crew].busy) ?? 0
    }

    /// The cost of duration and balance, or `nil` when the crew may not be away so long.
    @inline(__always)
    private func timeCost(_ crew: Int, duration: Int32, busy: Int32) -> Int? {
        let record = model.crews[crew]
        let away = record.isCommitted ? duration &+ record.ready &- record.onDuty : duration
        guard away <= record.maximumDuration else { return nil }
        var cost = Int(away) * record.costPerSecond
        if record.balanceWeight > 0 {
            let work = Int(record.busyBefore) + Int(busy)
            cost += record.balanceWeight * work * work / Int(record.shiftLength)
        }
        return cost
    }

    private func drive(_ node: Int32, _ next: Int32) -> Int32 {
        model.seconds[Int(nodes[Int(node)].location) * model.locationCount + Int(nodes[Int(next)].location)]
    }

    /// A node by itself: a visit in its window, or the crew at its start or its end.
    @inline(__always)
    private func stop(_ node: Int32, _ record: CrewRecord) -> Span {
        let data = nodes[Int(node)]
        if node < model.visitCount { return Span(duration: data.service, earliest: data.early, latest: data.late) }
        let isBound = record.isCommitted && data.previous < 0
        return Span(duration: 0, earliest: record.ready, latest: isBound ? record.ready : record.latestFinish)
    }
}

/// For each node of a timed route the run that ends with it, and the run that begins with it.
final class RouteSpans {
    let until: UnsafeMutablePointer<Span>
    let from: UnsafeMutablePointer<Span>

    init(count: Int) {
        until = .allocate(capacity: count)
        from = .allocate(capacity: count)
        until.initialize(repeating: Span(duration: 0, earliest: 0, latest: 0), count: count)
        from.initialize(repeating: Span(duration: 0, earliest: 0, latest: 0), count: count)
    }

    deinit {
        until.deallocate()
        from.deallocate()
    }
}
