import GasService

/// A company with everything a day can hold, drawn from a seed.
struct RandomDays {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    /// Fills a fixture with two or three districts.
    mutating func fill(_ fixture: DayFixture) async throws {
        let districts = ["A1", "A2", "B1"].prefix(Int.random(in: 2...3, using: &numbers))
        for district in districts {
            try await fixture.district(district)
            for number in 1...Int.random(in: 4...12, using: &numbers) { try await building(number, district, fixture) }
            for number in 1...2 { try await crew("\(district)-I\(number)", district, fixture) }
        }
        try await fixture.crew("R2", of: "-", shift: 480..<960)
        try await fixture.crew("R3", of: "-", shift: 960..<1440)
        _ = try await fixture.sql("INSERT INTO gasworks.absence VALUES ('A1-I2', '2026-11-20', '2026-11-25', 'away')")
    }

    private mutating func crew(_ code: String, _ district: String, _ fixture: DayFixture) async throws {
        let start = 60 * Int.random(in: 6...9, using: &numbers)
        try await fixture.crew(
            code, of: district, shift: start..<(start + 60 * Int.random(in: 5...9, using: &numbers)),
            certified: Int.random(in: 0..<6, using: &numbers) > 0,
            certifiedUntil: Int.random(in: 0..<6, using: &numbers) == 0 ? "2026-11-24" : nil)
    }

    private mutating func building(_ number: Int, _ district: String, _ fixture: DayFixture) async throws {
        let households = Int.random(in: 1...28, using: &numbers)
        let days = [nil, "2026-11-20", "2026-11-25", "2026-11-25", "2026-11-25", "2026-11-26", "2026-12-04"]
        let place = (
            60.17 + Double.random(in: -0.03...0.03, using: &numbers),
            24.94 + Double.random(in: -0.06...0.06, using: &numbers)
        )
        let deadlines = ["2026-06-01", "2026-11-30", "2027-02-01", "2027-10-01"]
        let isShop = Int.random(in: 0..<6, using: &numbers) == 0
        try await fixture.building(
            district, number, households: isShop ? 2 : households, at: place,
            campaign: days.randomElement(using: &numbers) ?? nil,
            deadline: deadlines.randomElement(using: &numbers) ?? "2026-11-30",
            customerClass: isShop ? "commercial" : "residential")
        let account = "\(district)B\(number)-1"
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0:
            let hour = Int.random(in: 8...17, using: &numbers)
            try await fixture.appointment(
                account, of: district, from: "2026-11-25 \(hour):00+02", until: "2026-11-25 \(hour + 1):00+02")
        case 1:
            try await fixture.attempt(account, of: district, at: "2026-11-10T09:00:00Z", .weekdayDaytime)
        case 2:
            try await fixture.attempt(account, of: district, at: "2026-10-29T17:00:00Z", .evening)
            try await fixture.attempt(account, of: district, at: "2026-11-12T09:00:00Z", .weekdayDaytime)
        default: break
        }
    }
}
