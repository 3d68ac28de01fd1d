/// One version of a cycle: what holds for a class in a district, from a day on.
public struct CycleRule: Sendable, Hashable, Codable {
    /// The district, or the company as a whole.
    public let district: DistrictID
    /// The class of customers.
    public let customerClass: CustomerClass
    /// The first day on which this version holds.
    public let validFrom: CalendarDate
    /// How deadlines follow.
    public let interval: CycleInterval
    /// Months of transition for cycles open when this version begins to hold; nil for one whole cycle of this version.
    public let transitionMonths: Int?

    /// A version of a rule.
    public init(
        district: DistrictID, customerClass: CustomerClass, validFrom: CalendarDate, interval: CycleInterval,
        transitionMonths: Int? = nil
    ) {
        self.district = district
        self.customerClass = customerClass
        self.validFrom = validFrom
        self.interval = interval
        self.transitionMonths = transitionMonths.map { max(0, $0) }
    }

    /// The built-in rule of a class: 24 months residential, 12 others, two-month anniversary keeping.
    ///
    /// Source: RULES.md, Cycles, rows 1, 2 and 8 [R, l]. It holds since ever, until a stored version does.
    public static func standard(for customerClass: CustomerClass, earlyMonths: Int = 2) -> CycleRule {
        let months = customerClass.isResidential ? 24 : 12
        return CycleRule(
            district: .company, customerClass: customerClass, validFrom: .earliest,
            interval: .gap(months: months, earlyMonths: earlyMonths))
    }
}

extension CycleInterval {
    /// A maximum gap with anniversary keeping; numbers out of range are brought into it.
    public static func gap(months: Int, earlyMonths: Int = 0) -> CycleInterval {
        let wanted = min(max(months, 1), 120)
        return CycleInterval(uncheckedGap: wanted, earlyMonths: min(max(earlyMonths, 0), wanted - 1))
    }

    private init(uncheckedGap months: Int, earlyMonths: Int) {
        self.kind = .maximumGap
        self.months = months
        self.earlyMonths = earlyMonths
        self.capMonths = nil
    }
}
