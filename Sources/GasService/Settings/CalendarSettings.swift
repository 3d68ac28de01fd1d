extension Setting where Value == DayList {
    /// Days on which districts' crews do not work, though they are working days by the week: public holidays.
    public static let daysOff = Setting(
        "calendar.days_off", DayList.none, allowed: "YYYY-MM-DD,… | none", unit: "dates",
        source: "calendar of the country, to be entered each year")
    /// Days on which districts' crews work, though they are Saturdays or Sundays: days made up for.
    public static let extraWorkdays = Setting(
        "calendar.workdays", DayList.none, allowed: "YYYY-MM-DD,… | none", unit: "dates",
        source: "calendar of the country, to be entered each year")
}

extension Settings {
    /// Whether districts' crews work on a day: Monday to Friday but for the days off, on days that are made up for, and on
    /// Saturdays and Sundays where the company works then.
    ///
    /// The company's own crews stand by every day.
    public func isWorkday(_ date: CalendarDate) -> Bool {
        if self[.extraWorkdays].contains(date) { return true }
        if self[.daysOff].contains(date) { return false }
        return !date.weekday.isWeekend || self[.weekendWork].isOn
    }
}
