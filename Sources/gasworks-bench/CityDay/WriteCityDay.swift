import ArgumentParser
import Foundation

/// Writes a day of a real city as a routing instance that peers can read.
struct WriteCityDay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "city-day",
        abstract: "Write a day of a city, 4,000 visits for 100 crews, as a VRPLIB instance.",
        discussion: """
            The same options give the same bytes. Coordinates are seconds of travel: truncated to tenths, as for other files \
            of that form (DIMACS), the way between two places is the same whole number for every solver.
            """)

    @Argument(help: "The folder of a city, with households.csv and crews.csv.")
    var city: String

    @Option(help: "How many visits.")
    var visits = 4_000

    @Option(help: "How many crews.")
    var crews = 100

    @Option(help: "The seed from which everything is drawn.")
    var seed: UInt64 = 1

    @Option(help: "The file to write.")
    var output: String

    func validate() throws {
        guard (1...100_000).contains(visits) else { throw ValidationError("--visits must be between 1 and 100000") }
        guard (1...10_000).contains(crews) else { throw ValidationError("--crews must be between 1 and 10000") }
    }

    func run() throws {
        let folder = URL(fileURLWithPath: city, isDirectory: true)
        let households = try CityPlace.households(of: folder)
        guard households.count >= visits else {
            throw ValidationError("\(city) has only \(households.count) households")
        }
        var random = SplitMix64(seed: seed)
        let day = CityDay(
            households: households, depots: try CityPlace.depots(of: folder), visits: visits, crews: crews, &random)
        let name = "\(folder.lastPathComponent)-\(visits)"
        try Data(day.text(name: name, seed: seed).utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        print(
            "\(visits) visits at \(day.placeCount) places for \(crews) crews, \(day.load) % of their hours, in \(output)"
        )
    }
}
