/// The hours of one crew that a plan of the coming years may count on.
public struct CrewHours: Sendable, Hashable {
    /// The crew's district; the company for a crew that serves all.
    public let district: DistrictID
    /// The usual shift, in minutes after local midnight.
    public let shift: Range<Int>
    /// Days with hours of their own; such a day is worked even on a weekend or a day off.
    public let exceptions: [CalendarDate: Range<Int>]
    /// Spans of days away, ends included.
    public let absences: [ClosedRange<CalendarDate>]
    /// The days on which the certificate for inspections is valid; nil for a crew without one.
    public let certified: ClosedRange<CalendarDate>?
    /// Whether the crew stands by for emergencies and inspects only besides.
    public let standsBy: Bool

    /// Describes a crew's hours.
    public init(
        district: DistrictID, shift: Range<Int>, exceptions: [CalendarDate: Range<Int>] = [:],
        absences: [ClosedRange<CalendarDate>] = [], certified: ClosedRange<CalendarDate>?, standsBy: Bool = false
    ) {
        self.district = district
        self.shift = shift
        self.exceptions = exceptions
        self.absences = absences
        self.certified = certified
        self.standsBy = standsBy
    }

    /// Minutes that the crew is expected to spend inside households on a day.
    ///
    /// Of its shift counts what lies within visiting hours, less the break where the shift spans the hours of breaks; of that
    /// the productive share (`plan.productive_percent`), and of a crew that stands by the share `plan.standby_percent`.
    ///
    /// - Parameters:
    ///   - date: the day.
    ///   - settings: its district's.
    ///   - time: from when on, when a part of the day is over.
    /// - Returns: minutes, none on a day off.
    public func productiveMinutes(
        on date: CalendarDate, settings: Settings, from time: LocalMinute = .startOfDay
    ) -> Int {
        guard let certified, certified.contains(date), !absences.contains(where: { $0.contains(date) }) else {
            return 0
        }
        let own = exceptions[date]
        guard own != nil || settings.isWorkday(date) else { return 0 }
        let hours = own ?? shift
        let begins = max(hours.lowerBound, settings[.visitFrom].minutes, time.minutes)
        let ends = min(hours.upperBound, settings[.visitUntil].minutes)
        guard begins < ends else { return 0 }
        let rests = begins <= settings[.breakFrom].minutes && ends >= settings[.breakUntil].minutes
        let present = max(0, ends - begins - (rests ? settings[.breakMinutes] : 0))
        let productive = present * settings[.productivePercent] / 100
        return standsBy ? productive * settings[.standbyPercent] / 100 : productive
    }
}
