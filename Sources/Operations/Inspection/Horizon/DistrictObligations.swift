import Archive
import GasService

/// A district's open obligations in the planner's numbering of buildings and streets.
struct DistrictObligations: Sendable {
    /// The household of each obligation, by its position.
    private(set) var accounts: [AccountNumber] = []
    /// The obligations.
    private(set) var obligations: [PlanningObligation] = []
    /// The building of each number.
    private(set) var buildings: [BuildingID] = []

    /// Numbers what was read; `rows` come building by building.
    init(_ rows: [OpenObligation], addresses: [BuildingID: String], district: DistrictID, basis: HorizonBasis) {
        accounts.reserveCapacity(rows.count)
        obligations.reserveCapacity(rows.count)
        let settings = basis.settings(of: district)
        var cycles = NextCycles(district: district, basis: basis)
        var streets: [String: Int] = [:]
        var street = 0
        for row in rows {
            if buildings.last != row.building {
                buildings.append(row.building)
                let name = StreetName.of(addresses[row.building] ?? row.building.text)
                street = streets[name, default: streets.count]
                streets[name] = street
            }
            let next = cycles.following(row)
            accounts.append(row.account)
            obligations.append(
                PlanningObligation(
                    building: buildings.count - 1, street: street, opens: row.opens, deadline: row.deadline,
                    serviceMinutes: settings.visitMinutes(of: row.customerClass), cycleMonths: next.months,
                    windowMonths: next.windowMonths, earlyMonths: next.earlyMonths))
        }
    }
}

/// The cycles that follow open obligations within the horizon.
private struct NextCycles {
    struct Cycle {
        let months: Int
        let windowMonths: Int
        let earlyMonths: Int
    }

    private struct Key: Hashable {
        let customerClass: CustomerClass
        let ownMonths: Int
        let needsSpecialCare: Bool
        let months: Int
        let earlyMonths: Int
    }

    private let settings: Settings
    private let books: [CustomerClass: RuleBook]
    private var known: [Key: Cycle] = [:]

    init(district: DistrictID, basis: HorizonBasis) {
        settings = basis.settings(of: district)
        books = Dictionary(
            uniqueKeysWithValues: CustomerClass.allCases.map { ($0, basis.ruleBook(of: $0, in: district)) })
    }

    /// The cycle that begins when an obligation is fulfilled, by the rule that governs on its deadline.
    mutating func following(_ row: OpenObligation) -> Cycle {
        let interval = books[row.customerClass]?.rule(on: row.deadline).interval ?? .gap(months: 12)
        let key = Key(
            customerClass: row.customerClass, ownMonths: Int(row.ownMonths ?? 0),
            needsSpecialCare: row.needsSpecialCare && settings[.specialCareYearly].isOn, months: interval.months,
            earlyMonths: interval.earlyMonths)
        if let cycle = known[key] { return cycle }
        var own = interval
        if key.ownMonths > 0 {
            own = interval.withMonths(key.ownMonths)
        } else if key.needsSpecialCare, interval.months > 12 {
            own = interval.withMonths(12)
        }
        let cycle = Cycle(
            months: own.months,
            windowMonths: DeadlineDerivation.windowMonths(of: row.customerClass, cycle: own.months, settings: settings),
            earlyMonths: own.earlyMonths)
        known[key] = cycle
        return cycle
    }
}
