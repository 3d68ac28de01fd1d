import ArgumentParser
import Foundation
import Presentation
import Routing
import RoutingInstances

/// Measures how long it takes to find the crews for a fault in a running day.
struct MeasureInsertion: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "insertion",
        abstract: "Measure live insertion of faults into a running day of 100 crews and 4,000 visits.",
        discussion: """
            Plans the day of an instance file, then draws faults at its places, at any time of the day. A third of the \
            visits is promised. Each is answered with all crews, the earliest arrival first, and with what each delays and \
            which windows it misses.
            """)

    @Argument(help: "The instance file.")
    var file = "deploy/routing-instances/cityday/helsinki.vrp"

    @Option(help: "How many faults.")
    var faults = 200

    @Option(help: "Iterations of the search that makes the plan.")
    var iterations = 20_000

    @Option(help: "The seed from which everything is drawn.")
    var seed: UInt64 = 1

    func run() throws {
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
        let problem = try RoutingInstance(text: text, rounding: .dimacs).problem
        let plan = RoutingSolver.solve(
            problem, options: SolverOptions(seed: seed, limit: .iterations(iterations)))
        var random = SplitMix64(seed: seed)
        let served = plan.routes.flatMap(\.stops)
        guard !served.isEmpty, faults > 0 else { throw ValidationError("There is no stop, or no fault, to be had.") }
        let promised = Set(served.map(\.visit).filter { _ in random.pick(0...2) == 0 })
        let insertion = LiveInsertion(problem: problem, plan: plan, promised: promised)
        let starts = served.map(\.startSeconds)
        let hours = (starts.min() ?? 0)...(starts.max() ?? 0)

        // The file's seconds are tenths.
        let (hour, priceOfLateness) = (36_000, 1)
        var times: [Double] = []
        var answered = 0
        for _ in 0..<faults {
            let now = random.pick(hours)
            let fault = Visit(
                location: problem.visits[random.pick(0...problem.visits.count - 1)].location,
                serviceSeconds: hour, dueSeconds: now + hour, lateCostPerSecond: priceOfLateness)
            let began = clock()
            let options = try insertion.options(
                inserting: fault, now: now, ranking: .earliestArrival, displacement: .freely,
                missedWindowCostPerSecond: priceOfLateness)
            times.append(Double(clock() - began) / Double(CLOCKS_PER_SEC) * 1000)
            answered += options.isEmpty ? 0 : 1
        }
        times.sort()
        print("\(answered) of \(faults) faults find a crew")
        Figure(
            work:
                "a fault into a running day: \(problem.crews.count) crews, \(served.count.grouped) stops; processor time",
            measured: "\(decimals(times[times.count / 2], 1)) ms; at most \(decimals(times[times.count - 1], 1)) ms",
            allowed: "50 ms"
        ).report()
    }
}
