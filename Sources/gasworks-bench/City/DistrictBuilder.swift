import Foundation
import GasService

/// Fills districts with streets, buildings and households, one household after another.
struct DistrictBuilder {
    let files: CityFiles
    let draw: HouseholdDraw
    /// Buildings made so far; their numbers run through the whole city, as account numbers do.
    private(set) var buildings = 0
    private var account = 0

    init(files: CityFiles, draw: HouseholdDraw) {
        self.files = files
        self.draw = draw
    }

    /// Builds one district: its regulator, its streets until all households have a home, and its crews.
    mutating func build(_ district: CityDistrict, _ random: inout SplitMix64) throws {
        let regulator = "REG-\(district.code)"
        try files.nodes.write(
            "\(regulator),regulator,GATE,District regulator \(district.code),\(degrees(district.latitude)),"
                + "\(degrees(district.longitude))")
        var left = district.households
        var street = 0
        var minutes = 0
        while left > 0 {
            let built = try buildStreet(street, of: district, under: regulator, atMost: left, &random)
            left -= built.households
            minutes += built.minutes
            street += 1
        }
        try writeCrews(of: district, minutes: minutes)
    }

    private mutating func buildStreet(
        _ number: Int, of district: CityDistrict, under regulator: String, atMost limit: Int,
        _ random: inout SplitMix64
    ) throws -> (households: Int, minutes: Int) {
        let name = StreetNames.name(number)
        let main = "MAIN-\(district.code)-\(number + 1)"
        // Streets run west to east, one behind another, and start again at the corner when the square is full.
        let latitude = district.latitude + CityDistrict.side.latitude * Double(number % 24) / 24
        try files.nodes.write(
            "\(main),main,\(regulator),\(name),\(degrees(latitude)),\(degrees(district.longitude))")
        var built = (households: 0, minutes: 0)
        for house in 1...random.pick(12...40) where built.households < limit {
            let longitude = district.longitude + CityDistrict.side.longitude * Double(house) / 41
            let place = Place(
                address: "\(name) \(house)", district: district.code, main: main,
                coordinates: "\(degrees(latitude)),\(degrees(longitude))")
            let part = try buildHouse(at: place, atMost: limit - built.households, &random)
            built.households += part.households
            built.minutes += part.minutes
        }
        return built
    }

    private struct Place {
        let address: String
        let district: String
        let main: String
        let coordinates: String
    }

    private mutating func buildHouse(
        at place: Place, atMost limit: Int, _ random: inout SplitMix64
    ) throws -> (households: Int, minutes: Int) {
        buildings += 1
        let code = "B" + padded(buildings, 6)
        try files.nodes.write("\(code),riser,\(place.main),Riser \(code),\(place.coordinates)")
        // Small houses are many and towers few: the logarithm of the size is spread evenly.
        let size = Int(4 * pow(30, Double.random(in: 0...1, using: &random)))
        let shops = random.happens(0.6) ? random.pick(1...7) : 0
        let perFloor = max(2, size / 12 + 1)
        var minutes = 0
        var count = 0
        for index in 0..<(size + shops) where count < limit {
            let isShop = index >= size
            let kind = isShop ? nonResidential(&random) : .residential
            let floor = isShop ? 1 : index / perFloor + 1
            let unit = isShop ? "" : "\(floor)\(padded(index % perFloor + 1, 2))"
            try writeHousehold(kind, at: place, building: code, unit: unit, floor: floor, &random)
            // Minutes of visits in two years: one of 8 with the way there, or two of 45.
            minutes += isShop ? 90 : 8
            count += 1
        }
        return (count, minutes)
    }

    private func nonResidential(_ random: inout SplitMix64) -> CustomerClass {
        random.happens(0.93) ? .commercial : random.happens(0.7) ? .industrial : .heating
    }

    private mutating func writeHousehold(
        _ kind: CustomerClass, at place: Place, building: String, unit: String, floor: Int,
        _ random: inout SplitMix64
    ) throws {
        account += 1
        let isResidential = kind.isResidential
        let gasOn = draw.gasOn(&random)
        let inspected = draw.lastInspected(gasOn: gasOn, cycleDays: isResidential ? 730 : 365, &random)
        let name = isResidential ? "" : "\(kind.rawValue.capitalized) customer \(account)"
        let contacts = draw.contacts(account, isResidential: isResidential, &random)
        try files.households.write(
            "\(padded(account, 8)),\(kind.rawValue),\(name),\(place.address),\(building),\(unit),\(floor),"
                + "\(place.district),\(place.coordinates),\(building),M\(padded(account, 9)),\(contacts),\(gasOn),"
                + (inspected?.description ?? ""))
    }

    /// A crew inspects for some 300 minutes on each of 245 working days a year; a third is kept for revisits.
    private func writeCrews(of district: CityDistrict, minutes: Int) throws {
        let crews = max(1, (minutes * 4 / 3 + 146_999) / 147_000)
        for number in 1...crews {
            let latitude = degrees(district.latitude + CityDistrict.side.latitude / 2)
            let longitude = degrees(district.longitude + CityDistrict.side.longitude / 2)
            try files.crews.write(
                "\(district.code)-I\(number),Inspection crew \(district.code)-\(number),\(district.code),\(latitude),"
                    + "\(longitude),08:00,17:00,inspection")
        }
    }
}

/// A number with zeros before it up to a width.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
