package import GasService

/// That another cycle shall hold for a class from a day on.
package struct RuleChange: Sendable, Hashable {
    /// The rule.
    package let rule: CycleRule
    /// The regulation or decision behind it.
    package let source: String

    /// A change as people ask for it.
    ///
    /// - Parameters:
    ///   - customerClass: The class.
    ///   - district: The district, or the company.
    ///   - from: The first day on which it holds.
    ///   - kind: How it counts.
    ///   - months: The cycle.
    ///   - earlyMonths: The anniversary window; nil for 2, or what the kind and the cycle allow.
    ///   - capMonths: The most months between two inspections.
    ///   - transitionMonths: For cycles open when it begins; nil for one whole cycle of the rule.
    ///   - source: The regulation or decision behind it.
    /// - Throws: `invalidValue` when the numbers contradict each other.
    package init(
        of customerClass: CustomerClass, in district: DistrictID, from: CalendarDate, kind: IntervalKind, months: Int,
        earlyMonths: Int?, capMonths: Int?, transitionMonths: Int?, source: String
    ) throws(GasworksError) {
        let early = earlyMonths ?? (kind == .calendarYear ? 0 : min(2, max(0, months - 1)))
        let cap = capMonths ?? (kind == .calendarYear ? months + 3 : nil)
        guard let interval = CycleInterval(kind: kind, months: months, earlyMonths: early, capMonths: cap) else {
            let value = "\(kind.rawValue) \(months)/\(early)/\(cap.map(String.init) ?? "-")"
            throw .invalidValue(
                name: "cycle", value: value, expected: "sound_cycle")
        }
        if let transitionMonths, !(0...240).contains(transitionMonths) {
            throw .invalidValue(name: "--transition-months", value: "\(transitionMonths)", expected: "0...240")
        }
        rule = CycleRule(
            district: district, customerClass: customerClass, validFrom: from, interval: interval,
            transitionMonths: transitionMonths)
        self.source = source
    }
}
