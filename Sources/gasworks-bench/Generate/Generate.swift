import ArgumentParser
import Foundation
import GasService

/// Writes the three import files of a synthetic city.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write households.csv, supply_nodes.csv and crews.csv of a synthetic city.",
        discussion: "The same options give the same bytes. Memory does not grow with the city.")

    @Option(help: "How many households.")
    var households: Int

    @Option(help: "The seed from which everything is drawn.")
    var seed: UInt64 = 1

    @Option(help: "The last day of the city's history, YYYY-MM-DD.")
    var today: String = CalendarDate.ofThisMachine.description

    @Option(help: "The directory to write to; made if it is missing.")
    var output: String

    func validate() throws {
        guard (1...50_000_000).contains(households) else {
            throw ValidationError("--households must be between 1 and 50000000")
        }
        guard CalendarDate(today) != nil else { throw ValidationError("--today must be a date YYYY-MM-DD") }
    }

    func run() throws {
        guard let today = CalendarDate(today) else { return }
        let city = SyntheticCity(households: households, seed: seed, today: today)
        let written = try city.write(to: URL(fileURLWithPath: output, isDirectory: true))
        print(
            """
            \(written.households) households in \(written.buildings) buildings of \(written.districts.count) districts, \
            \(written.nodes) supply nodes, \(written.crews) crews in \(output)
            """)
    }
}

extension CalendarDate {
    /// Today in UTC by this machine's clock.
    static var ofThisMachine: CalendarDate {
        CalendarDate(dayNumber: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) ?? .earliest
    }
}
