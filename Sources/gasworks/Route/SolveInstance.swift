import ArgumentParser
import GasService
import Operations
import Presentation
import Routing
import RoutingInstances

/// `gasworks route solve`: a standard instance of the vehicle-routing literature; needs no database.
struct SolveInstance: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve", abstract: RouteHelp.solve, discussion: RouteHelp.solveMore)

    @Argument(help: ArgumentHelp(RouteHelp.instance))
    var file: String

    @Option(help: ArgumentHelp(RouteHelp.seconds))
    var seconds: Double = 10

    @Option(help: ArgumentHelp(RouteHelp.iterations, valueName: "count"))
    var iterations: Int?

    @Option(help: ArgumentHelp(RouteHelp.processorSeconds, valueName: "seconds"))
    var processorSeconds: Double?

    @Option(help: ArgumentHelp(RouteHelp.seed))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp(RouteHelp.threads, valueName: "count"))
    var threads = 1

    @Option(help: ArgumentHelp(RouteHelp.rounding))
    var rounding: Rounding = .dimacs

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard seconds >= 0, processorSeconds ?? 0 >= 0, iterations ?? 0 >= 0 else {
            throw ValidationError(RouteHelp.searchTooShort)
        }
        guard (1...256).contains(threads) else { throw ValidationError(.optionOutOfRange("--threads", 1...256)) }
    }

    func run(in context: CommandContext) async throws {
        let instance = try read()
        let plan = await RoutingSolver.solve(
            instance.problem, options: SolverOptions(seed: seed, threads: threads, limit: limit))
        switch context.format {
        case .json: try context.writeJSON(SolutionAnswer(instance, plan))
        case .table, .csv: try StandardStream.output.write(instance.solutionText(plan))
        }
    }

    private var limit: SolverOptions.Limit {
        if let iterations { return .iterations(iterations) }
        return processorSeconds.map { .processorSeconds($0) } ?? .seconds(seconds)
    }

    private func read() throws -> RoutingInstance {
        let text = String(decoding: try FileBytes.all(path: file), as: UTF8.self)
        do {
            return try RoutingInstance(text: text, rounding: rounding)
        } catch {
            throw GasworksError.invalidValue(name: "instance", value: file, expected: Self.fault(error))
        }
    }

    /// What the file would have to hold.
    private static func fault(_ error: InstanceError) -> String {
        switch error {
        case .unknownForm: "Solomon | VRPLIB"
        case .malformedLine(let number, let text): RouteHelp.numbersInLine(number, not: text).spoken
        case .missing(let section): section
        case .unsupportedEdgeWeight(let kind): "EDGE_WEIGHT_TYPE EUC_2D, not \(kind)"
        case .unsound(let reason): reason
        }
    }
}

/// A solution as JSON.
private struct SolutionAnswer: Encodable {
    let instance: String
    let cost: String
    let routes: [[Int]]
    let unserved: [Int]

    init(_ instance: RoutingInstance, _ plan: RoutingPlan) {
        self.instance = instance.name
        cost = instance.costText(plan.cost.total)
        routes = plan.routes.filter(\.isUsed).map { instance.customers($0.visits) }
        unserved = instance.customers(plan.unassigned)
    }
}
