package import GasService

/// Which horizon shall be planned.
package struct HorizonRequest: Sendable, Hashable {
    /// The first day that is planned; nil: today.
    ///
    /// Days before it keep what they have.
    package var from: CalendarDate?
    /// The last day; nil: two years from the first.
    package var until: CalendarDate?
    /// The only district to plan; nil: all.
    package var district: DistrictID?
    /// Whether nothing is to be saved when hours are short.
    package var insists: Bool

    /// Asks for a horizon.
    package init(
        from: CalendarDate? = nil, until: CalendarDate? = nil, district: DistrictID? = nil, insists: Bool = false
    ) {
        self.from = from
        self.until = until
        self.district = district
        self.insists = insists
    }

    /// The longest horizon, in months: the planner's search for a shortage is quadratic in days.
    package static let longestMonths = 60

    /// The days that are meant on a day.
    ///
    /// - Throws: `dayInPast`; `invalidValue` for a span that is out of order or too long.
    func span(today: CalendarDate) throws(GasworksError) -> ClosedRange<CalendarDate> {
        let from = from ?? today
        let until = until ?? from.adding(months: 24).adding(days: -1)
        guard from >= today else { throw .dayInPast(date: from, today: today) }
        let latest = from.adding(months: Self.longestMonths)
        guard until >= from, until <= latest else {
            throw .invalidValue(name: "--until", value: until.description, expected: "\(from)...\(latest)")
        }
        return from...until
    }
}
