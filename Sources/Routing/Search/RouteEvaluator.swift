/// Evaluates one route exactly: break placement, departure, lateness, everything; linear in its length.
///
/// Breaks are placed by dynamic programming over (stop, breaks taken): the state is the earliest time, ties broken by
/// less lateness. The crew then goes on duty as late as it can without finishing later or being late anywhere, which
/// gives the shortest duration when each visit has one window (Savelsbergh 1992).
///
/// Not for use by two threads at once: it owns scratch memory.
final class RouteEvaluator {
    static let absent = SearchModel.never
    private static let layers = RoutingProblem.maximumBreaks + 1

    private let model: SearchModel
    private let memory: UnsafeMutablePointer<LayerState>
    /// One record for each stop and number of breaks taken; the last stop is the end of the route.
    private let trace: UnsafeMutablePointer<TraceState>
    private let noStops: UnsafeMutablePointer<Int32>
    private let noNodes: UnsafeMutablePointer<Node>

    init(_ model: SearchModel) {
        self.model = model
        memory = .allocate(capacity: Self.layers)
        memory.initialize(repeating: LayerState(time: 0, late: 0), count: Self.layers)
        let cells = (model.visitCount + 1) * Self.layers
        trace = .allocate(capacity: cells)
        trace.initialize(repeating: TraceState(start: 0, restsBefore: false, restsAfter: false), count: cells)
        noStops = .allocate(capacity: 1)
        noNodes = .allocate(capacity: 1)
    }

    deinit {
        memory.deallocate()
        trace.deallocate()
        noStops.deallocate()
        noNodes.deallocate()
    }

    /// The cost of a route, or `nil` when it breaks a hard rule of time; capacity and skills are not looked at.
    func cost(crew: Int, stops: UnsafePointer<Int32>, count: Int, nodes: UnsafePointer<Node>) -> Int? {
        guard let outcome = forward(crew: crew, stops: stops, count: count, nodes: nodes) else { return nil }
        let record = model.crews[crew]
        var total = record.fixedCost + outcome.metres * record.costPerMetre + outcome.late + outcome.preference
        if record.costPerSecond > 0 || record.maximumDuration < SearchModel.never {
            let onDuty = latestOnDuty(crew: crew, stops: stops, count: count, nodes: nodes, outcome: outcome)
            let duration = outcome.finish - onDuty
            guard duration <= record.maximumDuration else { return nil }
            total += Int(duration) * record.costPerSecond
        }
        if record.balanceWeight > 0 {
            let busy = Int(record.busyBefore) + outcome.busy
            total += record.balanceWeight * busy * busy / Int(record.shiftLength)
        }
        return total
    }

    /// When a crew that takes nothing more is home.
    func finishOfEmptyRoute(_ crew: Int) -> Int32 {
        let outcome = forward(crew: crew, stops: noStops, count: 0, nodes: noNodes)
        return outcome?.finish ?? model.crews[crew].latestFinish
    }

    // MARK: Forward: earliest times for each number of breaks taken

    /// Runs the dynamic programme and leaves its trace; `nil` when the route cannot be driven.
    func forward(crew: Int, stops: UnsafePointer<Int32>, count: Int, nodes: UnsafePointer<Node>) -> RouteOutcome? {
        let record = model.crews[crew]
        let rests = model.breaks + Int(record.firstBreak)
        let restCount = Int(record.breakCount)
        let classIndex = Int(record.classIndex)
        var outcome = RouteOutcome(finish: 0, layer: 0, metres: 0, late: 0, preference: 0, busy: 0)
        memory[0] = LayerState(time: record.ready, late: 0)
        for layer in 0..<restCount { memory[layer + 1] = LayerState(time: Self.absent, late: 0) }

        var location = Int(record.startLocation)
        for index in 0...count {
            let row = trace + index * Self.layers
            let isEnd = index == count
            let visit = isEnd ? -1 : Int(stops[index])
            let destination = isEnd ? Int(record.endLocation) : Int(nodes[visit].location)
            let cell = location * model.locationCount + destination
            let drive = model.seconds[cell]
            outcome.metres += Int(model.metres[cell])
            outcome.busy += Int(drive)

            for layer in 0...restCount { row[layer].restsBefore = false }
            for layer in 0..<restCount {
                row[layer + 1].restsBefore = rest(rests[layer], from: layer)
            }
            for layer in 0...restCount where memory[layer].time < Self.absent { memory[layer].time += drive }
            if isEnd { break }

            for layer in 0...restCount { row[layer].restsAfter = false }
            for layer in 0..<restCount {
                row[layer + 1].restsAfter = rest(rests[layer], from: layer)
            }
            let node = nodes[visit]
            let data = model.visits[visit]
            outcome.busy += Int(node.service)
            if let preference = model.preference {
                outcome.preference += preference[visit * model.classCount + classIndex]
            }
            var isReachable = false
            for layer in 0...restCount where memory[layer].time < Self.absent {
                let start = startOfService(node, data, memory[layer].time)
                guard start <= node.late else {
                    memory[layer].time = Self.absent
                    continue
                }
                isReachable = true
                row[layer].start = start
                if start > data.due { memory[layer].late += Int(start - data.due) * data.lateCost }
                memory[layer].time = start + node.service
            }
            guard isReachable else { return nil }
            location = destination
        }
        return finish(record, rests: rests, restCount: restCount, outcome: outcome)
    }

    /// Takes a break in `layer`, if that is better than what the next layer has; says whether it was.
    private func rest(_ rest: BreakRecord, from layer: Int) -> Bool {
        let state = memory[layer]
        let start = max(state.time, rest.earliest)
        guard start <= rest.latest else { return false }
        let end = start + rest.duration
        let next = memory[layer + 1]
        guard end < next.time || (end == next.time && state.late < next.late) else { return false }
        memory[layer + 1] = LayerState(time: end, late: state.late)
        return true
    }

    private func finish(
        _ record: CrewRecord, rests: UnsafePointer<BreakRecord>, restCount: Int, outcome: RouteOutcome
    ) -> RouteOutcome? {
        var best: RouteOutcome?
        for layer in 0...restCount {
            let state = memory[layer]
            // A break not taken must not be due: the crew is back before its latest beginning has passed.
            let limit = layer < restCount ? min(record.latestFinish, rests[layer].latest) : record.latestFinish
            guard state.time <= limit else { continue }
            if let best, (best.finish, best.late) <= (state.time, state.late) { continue }
            var found = outcome
            found.finish = state.time
            found.late = state.late
            found.layer = layer
            best = found
        }
        return best
    }

    @inline(__always)
    private func startOfService(_ node: Node, _ data: VisitRecord, _ arrival: Int32) -> Int32 {
        node.windowCount > 1 ? model.nextStart(data, arrival) : max(arrival, node.early)
    }

    // MARK: Backward: the latest beginning that delays nothing

    /// The latest instant to go on duty without finishing later or being later than now at a visit that is due.
    func latestOnDuty(
        crew: Int, stops: UnsafePointer<Int32>, count: Int, nodes: UnsafePointer<Node>, outcome: RouteOutcome
    ) -> Int32 {
        let record = model.crews[crew]
        if record.isCommitted { return record.onDuty }
        let rests = model.breaks + Int(record.firstBreak)
        var layer = outcome.layer
        var latest = outcome.finish
        var destination = Int(record.endLocation)
        for index in (0...count).reversed() {
            let row = trace + index * Self.layers
            if index < count {
                let visit = Int(stops[index])
                let node = nodes[visit]
                let data = model.visits[visit]
                let start = row[layer].start
                let closes = node.windowCount > 1 ? model.closing(data, at: start) : node.late
                latest = min(latest - node.service, closes, max(start, data.due))
                while row[layer].restsAfter {
                    layer -= 1
                    latest = min(latest - rests[layer].duration, rests[layer].latest)
                }
                destination = Int(node.location)
            }
            let origin = index == 0 ? Int(record.startLocation) : Int(nodes[Int(stops[index - 1])].location)
            latest -= model.seconds[origin * model.locationCount + destination]
            while row[layer].restsBefore {
                layer -= 1
                latest = min(latest - rests[layer].duration, rests[layer].latest)
            }
        }
        return latest
    }

    /// How many breaks the last evaluated route takes before leaving for its stop number `index`, and how many after
    /// arriving there, from the layer in which the crew is after them; moves the layer back before them.
    func restsOfLastRoute(atStop index: Int, isEnd: Bool, layer: inout Int) -> (before: Int, after: Int) {
        let row = trace + index * Self.layers
        var counts = (before: 0, after: 0)
        while !isEnd, row[layer].restsAfter {
            counts.after += 1
            layer -= 1
        }
        while row[layer].restsBefore {
            counts.before += 1
            layer -= 1
        }
        return counts
    }
}

/// The state of one layer: so many breaks taken.
private struct LayerState {
    var time: Int32
    var late: Int
}

/// What was decided on the way to a stop, in one layer.
private struct TraceState {
    var start: Int32
    var restsBefore: Bool
    var restsAfter: Bool
}

/// What an evaluated route comes to, apart from its duration.
struct RouteOutcome {
    var finish: Int32
    /// How many breaks are taken.
    var layer: Int
    var metres: Int
    var late: Int
    var preference: Int
    /// Seconds of driving and service.
    var busy: Int
}
