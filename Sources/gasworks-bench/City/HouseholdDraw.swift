import GasService

/// Draws what differs from household to household: dates, contacts, special care.
struct HouseholdDraw {
    /// The last day of the city's history.
    let today: CalendarDate

    /// The day gas was turned on: anywhere in the last 25 years, one in forty within the last year.
    func gasOn(_ random: inout SplitMix64) -> CalendarDate {
        let days = random.happens(0.025) ? random.pick(0...365) : random.pick(366...9_130)
        return today.adding(days: -days)
    }

    /// The day of the last inspection, spread evenly over the class's cycle.
    ///
    /// One household in sixteen never was inspected, and one in fifty is up to a quarter of a year overdue.
    func lastInspected(gasOn: CalendarDate, cycleDays: Int, _ random: inout SplitMix64) -> CalendarDate? {
        if random.happens(1.0 / 16) { return nil }
        let days = random.happens(0.02) ? random.pick(cycleDays...(cycleDays + 90)) : random.pick(1...cycleDays)
        let inspected = today.adding(days: -days)
        return inspected < gasOn ? nil : inspected
    }

    /// Telephone, e-mail and special care as three fields; numbers and addresses reach nobody.
    func contacts(_ account: Int, isResidential: Bool, _ random: inout SplitMix64) -> String {
        let digits = String(account)
        let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        let phone = random.happens(0.97) ? "+000-555-\(padded)" : ""
        let email = random.happens(0.45) ? "account\(padded)@example.invalid" : ""
        let care = isResidential && random.happens(0.05) ? Self.care[random.pick(0...3)] : ""
        return "\(phone),\(email),\(care)"
    }

    private static let care = ["elderly", "infirm", "ill", "disabled"]
}
