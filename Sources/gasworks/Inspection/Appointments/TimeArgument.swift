import ArgumentParser
import GasService

/// A time as it is typed: an instant with its zone, or a day and time by the utility's clock, or a time of a day known.
enum TimeArgument: ExpressibleByArgument, Sendable {
    case instant(Instant)
    case local(CalendarDate, LocalMinute)
    case time(LocalMinute)

    init?(argument: String) {
        if let instant = Instant(argument) {
            self = .instant(instant)
        } else if let time = LocalMinute(argument) {
            self = .time(time)
        } else {
            let parts = argument.split(whereSeparator: { $0 == "T" || $0 == " " })
            guard parts.count == 2, let date = CalendarDate(String(parts[0])), let time = LocalMinute(String(parts[1]))
            else { return nil }
            self = .local(date, time)
        }
    }

    /// The instant that is meant.
    ///
    /// - Throws: `invalidValue` for a time without a day where no day is known.
    func instant(in zone: UtilityTimeZone, sameDayAs day: CalendarDate?) throws(GasworksError) -> Instant {
        switch self {
        case .instant(let instant): return instant
        case .local(let date, let time): return zone.instant(of: date, at: time)
        case .time(let time):
            guard let day else {
                throw .invalidValue(name: "--from", value: time.description, expected: "YYYY-MM-DDTHH:MM")
            }
            return zone.instant(of: day, at: time)
        }
    }
}
