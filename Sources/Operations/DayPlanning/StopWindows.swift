import GasService
import Routing

/// When service at a stop may begin.
struct StopWindows: Sendable {
    /// The windows in order; empty when the stop fits into none of the hours in which it could be made.
    let windows: [TimeWindow]

    /// What the routing takes: a stop that fits nowhere gets a window that no shift reaches, for none would mean any time.
    var startWindows: [TimeWindow] {
        windows.isEmpty ? [TimeWindow(earliestSeconds: -400_000_000, latestSeconds: -400_000_000)] : windows
    }

    /// The windows of a stop: the agreed time, or the hours of its kinds of slot, early enough to end within them.
    init(_ stop: BuildingStop, _ settings: Settings, _ clock: DayClock) {
        if let agreed = stop.appointment {
            windows = [
                TimeWindow(
                    earliestSeconds: clock.seconds(at: agreed.from), latestSeconds: clock.seconds(at: agreed.until))
            ]
            return
        }
        windows = VisitingHours(settings: settings).spans(of: stop.slots).compactMap { span in
            let earliest = clock.seconds(atMinute: span.lowerBound)
            let latest = clock.seconds(atMinute: span.upperBound) - stop.minutes * 60
            return earliest <= latest ? TimeWindow(earliestSeconds: earliest, latestSeconds: latest) : nil
        }
    }
}
