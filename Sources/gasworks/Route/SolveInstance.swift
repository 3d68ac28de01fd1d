import ArgumentParser
import Foundation
import GasService
import Routing
import RoutingInstances

/// `gasworks route solve`: a standard instance of the vehicle-routing literature; needs no database.
struct SolveInstance: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve", abstract: "Solve a standard vehicle-routing instance for total distance.",
        discussion: """
            Reads Solomon's and Gehring & Homberger's text form, and VRPLIB with time windows, prizes, several depots \
            and limited durations. Prints `Route #1: 5 3 8 …`, a line for each route, then `Cost 12345.6`.
            """)

    @Argument(help: "The instance file.")
    var file: String

    @Option(help: "How long to search, in seconds.")
    var seconds: Double = 10

    @Option(help: "Search for so many iterations on each thread instead: the same routes each time.")
    var iterations: Int?

    @Option(help: "Search until so many seconds of processor were used, however busy the machine is.")
    var processorSeconds: Double?

    @Option(help: "Where the random numbers start.")
    var seed: UInt64 = 1

    @Option(help: "How many searches run side by side.")
    var threads = 1

    @Option(help: "dimacs: distances truncated to one decimal; exact: to three decimals.")
    var rounding: Rounding = .dimacs

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard seconds >= 0, processorSeconds ?? 0 >= 0, iterations ?? 0 >= 0 else {
            throw ValidationError("A search cannot last less than nothing.")
        }
        guard (1...256).contains(threads) else { throw ValidationError("--threads takes 1 to 256.") }
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
        guard let data = FileManager.default.contents(atPath: file) else {
            throw GasworksError.fileUnusable(path: file, reason: .missing)
        }
        do {
            return try RoutingInstance(text: String(decoding: data, as: UTF8.self), rounding: rounding)
        } catch {
            throw GasworksError.invalidValue(name: "instance", value: file, expected: Self.fault(error))
        }
    }

    /// What the file would have to hold.
    private static func fault(_ error: InstanceError) -> String {
        switch error {
        case .unknownForm: "Solomon | VRPLIB"
        case .malformedLine(let number, let text): "numbers in line \(number), not \"\(text)\""
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
