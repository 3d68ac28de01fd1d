import ArgumentParser
import Foundation
import GasService

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
            let clock = ContinuousClock()
            var plan: HorizonPlan?
            let took = clock.measure { plan = HorizonPlanner(problem).plan() }
            let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
            guard let plan else { return }
            var line =
                "\(size) households, two years: \(hundredths(seconds)) s, \(plan.visits.count) visits in "
                + "\(plan.campaigns.count) campaigns, peak memory of the process \(PeakMemory.megabytes) MB"
            if let before {
                let (growth, size) = (seconds / before.seconds, Double(size) / Double(before.households))
                line += "; \(hundredths(growth)) times the time for \(hundredths(size)) times the households"
            }
            print(line)
            before = (size, seconds)
        }
        print("at most 10 s and 2048 MB for 1000000 households, and no worse than n log n")
    }
}

/// A number with two decimals.
func hundredths(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
