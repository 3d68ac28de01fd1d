/// A visit, or the start or end of a crew's route, as a link in a route; one cache line.
///
/// Times are those of the relaxation without breaks and duration: necessary for all routes, sufficient for plain ones.
struct Node {
    var next: Int32
    var previous: Int32
    /// The crew that serves it, or −1.
    var route: Int32
    var location: Int32
    /// The earliest that the crew can leave, service done.
    var earliestDeparture: Int32
    /// The latest that the crew may arrive so that it and all that follows stay in their windows.
    var latestArrival: Int32
    /// Hull of the windows in force: narrowed for a visit whose pair has agreed on a time.
    var early: Int32
    var late: Int32
    var service: Int32
    /// More than one when the windows have gaps.
    var windowCount: Int32
    /// Locations before and behind, and the metres from and to them: kept here so that a place for an insertion can
    /// be priced without touching another node.
    var previousLocation: Int32
    var nextLocation: Int32
    var metresFromPrevious: Int32
    var metresToNext: Int32
}
