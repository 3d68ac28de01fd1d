/// The versions of cycle rules of one district and class in the order in which they govern.
///
/// A district's versions govern from the first of them on; before that, and where a district has none, the company's do;
/// before the company's first, the built-in rule.
public struct RuleBook: Sendable, Hashable {
    /// The versions that govern, each from its `holdsFrom` until the next.
    public let versions: [Governing]

    /// A version and the day from which it governs this district.
    public struct Governing: Sendable, Hashable {
        /// The first day on which it governs here.
        public let holdsFrom: CalendarDate
        /// The version.
        public let rule: CycleRule
    }

    /// Sorts out which of the stored versions (of any district and class) govern a district and class, and when.
    ///
    /// Of two versions from the same day the one later in `stored` governs: pass them in the order they were set.
    public init(stored: [CycleRule], district: DistrictID, customerClass: CustomerClass, earlyMonths: Int = 2) {
        let relevant = stored.filter { $0.customerClass == customerClass }
        let own = relevant.filter { $0.district == district && !district.isCompany }
            .sorted { $0.validFrom < $1.validFrom }
        let company = relevant.filter(\.district.isCompany).sorted { $0.validFrom < $1.validFrom }
        let standard = CycleRule.standard(for: customerClass, earlyMonths: earlyMonths)
        let ownBegins = own.first?.validFrom ?? .latest
        let before = ([standard] + company).filter { $0.validFrom < ownBegins }
        var governing: [Governing] = []
        for rule in before + own {
            if governing.last?.holdsFrom == rule.validFrom { governing.removeLast() }
            governing.append(Governing(holdsFrom: rule.validFrom, rule: rule))
        }
        versions = governing
    }

    /// The version that governs on a day.
    public func rule(on date: CalendarDate) -> CycleRule {
        let governing = versions.last { $0.holdsFrom <= date } ?? versions[0]
        return governing.rule
    }

    /// The versions that begin to govern after a day, in order.
    public func changes(after date: CalendarDate) -> [Governing] {
        versions.filter { $0.holdsFrom > date }
    }
}
