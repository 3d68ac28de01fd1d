/// The kind of time at which a visit was tried; a new attempt counts only in another kind (RULES.md, No access).
public enum SlotKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Monday to Friday before the evening begins.
    case weekdayDaytime = "weekday_daytime"
    /// Monday to Friday from the beginning of the evening on.
    case evening
    /// Saturday or Sunday at any time.
    case weekend

    /// The kind of slot of a local day and time, given when evenings begin.
    public init(date: CalendarDate, time: LocalMinute, eveningBegins: LocalMinute) {
        if date.weekday.isWeekend {
            self = .weekend
        } else {
            self = time >= eveningBegins ? .evening : .weekdayDaytime
        }
    }
}
