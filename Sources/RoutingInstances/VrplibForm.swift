/// Reads the VRPLIB form: `KEY : value` headers, then sections of lines that begin with a place's number from 1.
///
/// Understood: planar coordinates (`EUC_2D`), demands, service times, time windows, prizes (zero: must be served),
/// several depots, each vehicle's depot, and a limit on each vehicle's duration, as in PyVRP's instances.
enum VrplibForm {
    static func read(_ lines: [NumberedLine]) throws(InstanceError) -> InstanceData {
        var headers: [String: String] = [:]
        var sections: [String: [NumberedLine]] = [:]
        var section: String?
        for line in lines {
            let first = line.words[0]
            if first == "EOF" { break }
            if first.hasSuffix("_SECTION") {
                section = first
                sections[first] = []
            } else if let colon = line.text.firstIndex(of: ":"), Double(first) == nil {
                let key = line.text[..<colon].split(whereSeparator: \.isWhitespace).joined()
                headers[key] = line.text[line.text.index(after: colon)...]
                    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            } else if let section {
                sections[section, default: []].append(line)
            } else {
                throw .malformedLine(number: line.number, text: line.text)
            }
        }
        return try data(headers, sections)
    }

    private static func data(
        _ headers: [String: String], _ sections: [String: [NumberedLine]]
    ) throws(InstanceError) -> InstanceData {
        let kind = headers["EDGE_WEIGHT_TYPE"] ?? "EUC_2D"
        guard kind == "EUC_2D" else { throw .unsupportedEdgeWeight(kind) }
        guard let coordinates = sections["NODE_COORD_SECTION"], !coordinates.isEmpty else {
            throw .missing("NODE_COORD_SECTION")
        }
        var places: [InstanceData.Place] = []
        for line in coordinates {
            let row = try line.numbers(3)
            places.append(InstanceData.Place(x: row[1], y: row[2]))
        }
        if let service = headers["SERVICE_TIME"].flatMap(Double.init) {
            for index in places.indices { places[index].service = service }
        }
        try fill(&places, sections["DEMAND_SECTION"], 2) { $0.demand = Int($1[1]) }
        try fill(&places, sections["SERVICE_TIME_SECTION"], 2) { $0.service = $1[1] }
        try fill(&places, sections["TIME_WINDOW_SECTION"], 3) {
            $0.earliest = $1[1]
            $0.latest = $1[2]
        }
        try fill(&places, sections["PRIZE_SECTION"], 2) { $0.prize = $1[1] }

        var depots: [Int] = []
        for line in sections["DEPOT_SECTION"] ?? [] {
            for number in try line.numbers(1) where number > 0 { depots.append(Int(number) - 1) }
        }
        var vehicleDepots: [Int] = []
        for line in sections["VEHICLES_DEPOT_SECTION"] ?? [] {
            vehicleDepots.append(Int(try line.numbers(2)[1]) - 1)
        }
        guard (depots + vehicleDepots).allSatisfy(places.indices.contains) else {
            throw .unsound("a depot is not among the places")
        }
        for depot in depots { places[depot].service = 0 }
        return InstanceData(
            name: headers["NAME"] ?? "", vehicles: headers["VEHICLES"].flatMap { Int($0) } ?? places.count,
            capacity: headers["CAPACITY"].flatMap { Int($0) },
            maximumDuration: headers["VEHICLES_MAX_DURATION"].flatMap(Double.init), places: places,
            depots: depots.isEmpty ? [0] : depots, vehicleDepots: vehicleDepots)
    }

    private static func fill(
        _ places: inout [InstanceData.Place], _ lines: [NumberedLine]?, _ least: Int,
        _ set: (inout InstanceData.Place, [Double]) -> Void
    ) throws(InstanceError) {
        for line in lines ?? [] {
            let row = try line.numbers(least)
            let index = Int(row[0]) - 1
            guard places.indices.contains(index) else {
                throw .malformedLine(number: line.number, text: line.text)
            }
            set(&places[index], row)
        }
    }
}
