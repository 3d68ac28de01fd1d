/// What the search keeps of a crew's route beside its links.
struct RouteRecord {
    var classIndex: Int32
    var loadLeft: Int32
    var visitsLeft: Int32
    var count: Int32
    var isPlain: Bool
    /// Copied from the crew, to be near.
    var costPerMetre: Int
    /// Cost of the whole route; zero when the crew stays at home.
    var cost: Int
}
