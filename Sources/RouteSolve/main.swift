import Foundation
import Routing
import RoutingInstances

let arguments = CommandLine.arguments
func option(_ name: String) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}
let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
let rounding = option("--rounding").flatMap(Rounding.init(rawValue:)) ?? .dimacs
let instance = try RoutingInstance(text: text, rounding: rounding)
let limit: SolverOptions.Limit =
    option("--iterations").flatMap { Int($0) }.map { .iterations($0) }
    ?? option("--cpu").flatMap { Double($0) }.map { .processorSeconds($0) }
    ?? .seconds(option("--seconds").flatMap { Double($0) } ?? 10)
var options = SolverOptions(
    seed: option("--seed").flatMap { UInt64($0) } ?? 1, threads: option("--threads").flatMap { Int($0) } ?? 1,
    limit: limit)
if arguments.contains("--verbose") {
    options.onImprovement = { print("improved", $0.iterations, $0.cost, $0.unassigned) }
}
let began = ContinuousClock.now
let plan = RoutingSolver.solve(instance.problem, options: options)
if arguments.contains("--brief") {
    print(
        instance.name, instance.costText(plan.cost.total), plan.routes.count { $0.isUsed },
        plan.missing(in: instance.problem).count, ContinuousClock.now - began)
} else {
    print(instance.solutionText(plan), terminator: "")
}
