/// Single days of a calendar, such as the public holidays of the coming years, as the value of a setting.
public struct DayList: SettingRepresentable, Hashable, LosslessStringConvertible {
    /// The days in order, each once.
    public let days: [CalendarDate]

    /// No day.
    public static let none = DayList([])

    /// A list of days, in any order.
    public init(_ days: some Sequence<CalendarDate>) { self.days = Set(days).sorted() }

    /// Whether a day is in the list.
    public func contains(_ date: CalendarDate) -> Bool {
        var low = 0
        var high = days.count
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < date { low = middle + 1 } else { high = middle }
        }
        return low < days.count && days[low] == date
    }

    /// Reads days parted by commas, blanks or line ends, `none` for no day; a line's text behind `#` is for people.
    public init?(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.prefix { $0 != "#" } }
        let words = lines.flatMap { $0.split { $0 == "," || $0.isWhitespace } }
        if words == ["none"] {
            self = .none
            return
        }
        let days = words.compactMap { CalendarDate(String($0)) }
        guard !days.isEmpty, days.count == words.count else { return nil }
        self.init(days)
    }

    /// The days parted by commas; `none` when there is none.
    public var description: String {
        days.isEmpty ? "none" : days.map(\.description).joined(separator: ",")
    }

    /// Reads a stored list.
    public init?(_ value: SettingValue) {
        guard case .days(let list) = value else { return nil }
        self = list
    }

    /// The value to store.
    public var settingValue: SettingValue { .days(self) }
}
