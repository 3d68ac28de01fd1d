/// A run of successive stops as one: how long it takes at least, and when it may begin so as to take no longer.
///
/// Two runs join in constant time, so what a changed route lasts is known without driving it again. Vidal et al.
/// (2013), *A hybrid genetic algorithm with adaptive diversity management for a large class of vehicle routing
/// problems with time-windows*, §4.3, for routes that keep their windows; each stop has one window and no break.
struct Span {
    /// Seconds from the beginning of the first service to the end of the last, driving and waiting included.
    var duration: Int32
    /// The earliest and the latest beginning at which it takes no longer than that.
    var earliest: Int32
    var latest: Int32

    /// This run and then another, when both keep their windows in that order.
    @inline(__always)
    func joined(_ next: Span, drive: Int32) -> Span {
        let passed = duration &+ drive
        let waiting = max(0, next.earliest &- passed &- latest)
        return Span(
            duration: passed &+ next.duration &+ waiting,
            earliest: max(next.earliest &- passed, earliest) &- waiting,
            latest: min(next.latest &- passed, latest))
    }
}
