import ArgumentParser
import GasService

/// A time that customers are promised: an instant with its zone, or a day and time by the utility's clock.
///
/// Where clocks skip or repeat the time, the command is refused rather than the time guessed.
struct AnnouncedTime: ExpressibleByArgument, Sendable {
    private let argument: TimeArgument

    init?(argument: String) {
        guard let time = TimeArgument(argument: argument) else { return nil }
        if case .time = time { return nil }
        self.argument = time
    }

    /// The instant that is meant.
    ///
    /// - Throws: `outageRefused` for a time that clocks skip or show twice on that day.
    func instant(in zone: UtilityTimeZone) throws(GasworksError) -> Instant {
        guard case .local(let date, let time) = argument else { return try argument.instant(in: zone, sameDayAs: nil) }
        switch zone.reading(of: date, at: time) {
        case .once(let instant): return instant
        case .skipped: throw .outageRefused(.skippedByClocks("\(date)T\(time)"))
        case .twice(let first, let second):
            throw .outageRefused(.shownTwice("\(date)T\(time)", first: first, second: second))
        }
    }
}
