import Archive
import GasService

/// Derives the first inspection owed by each household of an import, each distinct derivation once.
///
/// A million households of a city share some ten thousand pairs of class and basis date, so that the rules are asked
/// ten thousand times instead of a million.
struct FirstObligations<Form> {
    private let rules: [CycleRule]
    private let settings: [StoredSetting]
    private let cycles: [AccountNumber: OpenCycle]
    private let today: CalendarDate
    private let form: (Obligation) throws -> Form
    private var derivations: [Circle: DeadlineDerivation] = [:]
    private var known: [Basis: Form] = [:]

    /// Derives by these versions of rules and settings and from the cycles that are open, as seen on a day, and keeps each
    /// obligation in the form that is wanted.
    init(
        rules: [CycleRule], settings: [StoredSetting], cycles: [AccountNumber: OpenCycle], today: CalendarDate,
        form: @escaping (Obligation) throws -> Form
    ) {
        self.rules = rules
        self.settings = settings
        self.cycles = cycles
        self.today = today
        self.form = form
    }

    /// What a household owes by the dates of its row; nil when that is nothing.
    ///
    /// An inspection that answers the open cycle of a household which is there already keeps the anniversary, as one made
    /// here does.
    mutating func obligation(of household: CheckedHousehold) throws -> Form? {
        let inspection = household.lastInspected.map { date in
            CompletedInspection(
                actual: date, deadline: cycles[household.account].flatMap { $0.deadline(answeredOn: date) })
        }
        let basis = Basis(
            circle: Circle(district: household.district, customerClass: household.customerClass),
            gasOn: inspection == nil ? household.gasOn : nil, inspection: inspection,
            needsSpecialCare: household.needsSpecialCare)
        if let form = known[basis] { return form }
        let facts = HouseholdFacts(
            customerClass: household.customerClass, gasOn: household.gasOn,
            lastInspection: inspection,
            specialCare: household.needsSpecialCare)
        let form = try derivation(for: basis.circle).derive(facts, asOf: today).obligation.map(form)
        known[basis] = form
        return form
    }

    private mutating func derivation(for circle: Circle) -> DeadlineDerivation {
        if let derivation = derivations[circle] { return derivation }
        let settings = Settings(stored: settings, district: circle.district, on: today)
        let book = RuleBook(
            stored: rules, district: circle.district, customerClass: circle.customerClass,
            earlyMonths: settings[.anniversaryMonths])
        let derivation = DeadlineDerivation(rules: book, settings: settings)
        derivations[circle] = derivation
        return derivation
    }

    private struct Circle: Hashable {
        let district: DistrictID
        let customerClass: CustomerClass
    }

    private struct Basis: Hashable {
        let circle: Circle
        /// Nil for a household that was inspected: its cycle counts from that.
        let gasOn: CalendarDate?
        let inspection: CompletedInspection?
        let needsSpecialCare: Bool
    }
}
