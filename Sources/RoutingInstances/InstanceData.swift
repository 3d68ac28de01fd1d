/// A vehicle-routing instance as its file has it, in the file's own units.
struct InstanceData {
    /// One row of the file: a depot or a customer.
    struct Place {
        var x: Double
        var y: Double
        var demand = 0
        var earliest = 0.0
        var latest = Double.infinity
        var service = 0.0
        /// Zero: must be served.
        var prize = 0.0
    }

    var name: String
    var vehicles: Int
    var capacity: Int?
    var maximumDuration: Double?
    /// Depots and customers in the file's order, numbered from 0 as solutions number them.
    var places: [Place]
    /// Indices of the depots in `places`.
    var depots: [Int]
    /// For each vehicle its depot, as an index into `places`; empty means all at the first depot.
    var vehicleDepots: [Int] = []
}
