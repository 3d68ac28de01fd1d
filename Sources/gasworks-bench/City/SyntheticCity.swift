import Foundation
import GasService

/// A city drawn from a seed: districts in a grid, streets in districts, buildings of 4 to 120 flats along the streets.
///
/// About one household in fifteen is not residential: shops on ground floors, a works or a boiler house here and there.
/// The supply tree follows the streets, and each district has crews enough for its visits with a third to spare.
struct SyntheticCity {
    /// How many households.
    let households: Int
    /// The seed from which everything is drawn.
    let seed: UInt64
    /// The last day of the city's history.
    let today: CalendarDate

    /// How much was written.
    struct Written {
        var households = 0
        var buildings = 0
        var districts: [String] = []
        var nodes = 0
        var crews = 0
    }

    /// Writes the three files into a directory.
    func write(to directory: URL) throws -> Written {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        var random = SplitMix64(seed: seed)
        let files = try CityFiles(directory)
        let districts = CityDistrict.grid(households: households, &random)
        try files.nodes.write("GATE,gate_station,,City gate station,60.090000,24.790000")
        var builder = DistrictBuilder(files: files, draw: HouseholdDraw(today: today))
        for district in districts { try builder.build(district, &random) }
        let centre = districts[districts.count / 2]
        for (number, hours) in ["00:00,08:00", "08:00,16:00", "16:00,24:00"].enumerated() {
            for team in 1...max(1, households / 250_000) {
                let code = team == 1 ? "R\(number + 1)" : "R\(number + 1)-\(team)"
                try files.crews.write(
                    "\(code),Repair crew \(code.dropFirst()),,\(degrees(centre.latitude)),"
                        + "\(degrees(centre.longitude)),\(hours),inspection;repair;emergency")
            }
        }
        try files.close()
        return Written(
            households: files.households.lines, buildings: builder.buildings, districts: districts.map(\.code),
            nodes: files.nodes.lines, crews: files.crews.lines)
    }
}

/// The three files of a city, open for writing.
struct CityFiles {
    let households: LineFile
    let nodes: LineFile
    let crews: LineFile

    init(_ directory: URL) throws {
        households = try LineFile(
            directory.appendingPathComponent("households.csv"),
            header:
                "account_no,customer_class,name,address,building,unit,floor,district,latitude,longitude,supply_node,"
                + "meter_no,phone,email,special_care,gas_on,last_inspected")
        nodes = try LineFile(
            directory.appendingPathComponent("supply_nodes.csv"),
            header: "node_id,kind,parent_id,name,latitude,longitude")
        crews = try LineFile(
            directory.appendingPathComponent("crews.csv"),
            header: "crew_id,name,district,depot_latitude,depot_longitude,shift_start,shift_end,skills")
    }

    func close() throws {
        try households.close()
        try nodes.close()
        try crews.close()
    }
}

/// Degrees with six decimals, a tenth of a metre.
func degrees(_ value: Double) -> String {
    let micro = Int((value * 1_000_000).rounded())
    let fraction = String(abs(micro) % 1_000_000)
    return (micro < 0 ? "-" : "") + "\(abs(micro) / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count)
        + fraction
}
