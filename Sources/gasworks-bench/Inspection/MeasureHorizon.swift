import ArgumentParser
import Foundation
import GasService
import Presentation

/// Measures the horizon planner alone, from ten thousand to a million households: seconds, memory and growth.
struct MeasureHorizon: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "horizon",
        abstract: "Measure the horizon planner by itself, growing tenfold from 10,000 households.")

    @Option(help: "The largest city.")
    var households = 1_000_000

    @Option(help: "The seed of the synthetic city.")
    var seed: UInt64 = 1

    func run() throws {
        guard let from = CalendarDate(year: 2026, month: 11, day: 24) else { return }
        var sizes = [households]
        while let last = sizes.last, last / 10 >= 10_000 { sizes.append(last / 10) }
        var before: (households: Int, seconds: Double)?
        for size in sizes.reversed() {
            let problem = GasService.SyntheticCity.problem(households: size, from: from, seed: seed)
            var plan: HorizonPlan?
            let took = seconds(of: ContinuousClock().measure { plan = HorizonPlanner(problem).plan() })
            guard let plan else { return }
            print(
                "\(size.grouped) households: \(plan.visits.count.grouped) visits in \(plan.campaigns.count.grouped) campaigns"
            )
            var measured = "\(decimals(took)) s, \(PeakMemory.megabytes) MiB"
            var allowed = size >= 1_000_000 ? "10 s, 2 GiB" : "–"
            if let before {
                let growth = took / before.seconds
                let ratio = Double(size) / Double(before.households)
                let bound = ratio * log(Double(size)) / log(Double(before.households))
                measured += "; \(decimals(growth, 1)) times the time of a tenth"
                allowed += "; growth \(decimals(bound, 1))"
            }
            Figure(
                work: "horizon of two years, \(size.grouped) households, planner alone", measured: measured,
                allowed: allowed
            ).report()
            before = (size, took)
        }
    }
}
