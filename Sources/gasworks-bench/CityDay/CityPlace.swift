import Foundation
import Operations

/// A place of a city's files: a household's door or a crew's depot.
struct CityPlace {
    let latitude: Double
    let longitude: Double
    /// The building of a household, the district of a crew.
    let group: String
    /// The minutes of an inspection; 0 for a depot.
    let minutes: Int

    /// The households of a city, in the order of the file; a visit takes 8 minutes in a home and 30 elsewhere.
    static func households(of folder: URL) throws -> [CityPlace] {
        let names = ["latitude", "longitude", "building", "customer_class"]
        return try rows(of: folder.appendingPathComponent("households.csv"), names).map { fields in
            CityPlace(
                latitude: Double(fields[0]) ?? 0, longitude: Double(fields[1]) ?? 0, group: fields[2],
                minutes: fields[3] == "residential" ? 8 : 30)
        }
    }

    /// The depots of a city's crews, one for each district that has any.
    static func depots(of folder: URL) throws -> [CityPlace] {
        var seen: Set<String> = []
        return try rows(
            of: folder.appendingPathComponent("crews.csv"), ["depot_latitude", "depot_longitude", "district"]
        ).compactMap { fields in
            guard !fields[2].isEmpty, seen.insert(fields[2]).inserted else { return nil }
            return CityPlace(
                latitude: Double(fields[0]) ?? 0, longitude: Double(fields[1]) ?? 0, group: fields[2], minutes: 0)
        }
    }

    /// Some columns of a table of comma-separated values.
    private static func rows(of file: URL, _ names: [String]) throws -> [[String]] {
        let bytes = try FileBytes(path: file.path)
        let reader = DelimitedReader { try bytes.read(into: $0) }
        var row = DelimitedRow()
        func fields() -> [String] { (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) } }
        guard try reader.next(into: &row) else { return [] }
        let header = fields()
        let columns = names.compactMap(header.firstIndex)
        guard columns.count == names.count else { throw CocoaError(.fileReadCorruptFile) }
        var result: [[String]] = []
        while try reader.next(into: &row) {
            guard !row.isBlank else { continue }
            let all = fields()
            result.append(columns.map { all[$0] })
        }
        return result
    }
}
