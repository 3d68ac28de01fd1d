/// What must be known to say what an insertion into a route adds to its cost.
enum RouteKind: UInt8 {
    /// It costs only metres, preferences and a fixed sum, and time only restrains: exact in constant time.
    case plain
    /// Its duration or its share of the work counts too: exact in constant time with spans.
    case timed
    /// It has breaks, lateness or visits with several windows: exact by driving the whole route.
    case general
}

/// What the search keeps of a crew's route beside its links.
struct RouteRecord {
    var classIndex: Int32
    var loadLeft: Int32
    var visitsLeft: Int32
    var count: Int32
    var kind: RouteKind
    /// In a timed route, seconds of driving and service beyond the committed stops.
    var busy: Int32
    /// Copied from the crew, to be near.
    var costPerMetre: Int
    /// Cost of the whole route; zero when the crew stays at home.
    var cost: Int
}
