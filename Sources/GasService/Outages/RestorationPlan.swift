/// In which order and by when crews bring gas back, building by building.
///
/// Buildings with special care come first, then those with more households. Each goes to the crew that is free first (list
/// scheduling by longest processing time: R. L. Graham, "Bounds on multiprocessing timing anomalies", 1969: at most a third
/// longer than the best). Where homes are among them, the work rests at night.
public struct RestorationPlan: Sendable, Hashable {
    /// What is to be brought back in one building.
    public struct Building: Sendable, Hashable {
        /// The district.
        public let district: DistrictID
        /// Its address.
        public let address: String
        /// Households without gas.
        public let households: Int
        /// Of these in special care.
        public let inCare: Int
        /// Whether homes are among them.
        public let hasHomes: Bool

        /// A building.
        public init(district: DistrictID, address: String, households: Int, inCare: Int, hasHomes: Bool) {
            self.district = district
            self.address = address
            self.households = households
            self.inCare = inCare
            self.hasHomes = hasHomes
        }
    }

    /// A crew's turn at a building.
    public struct Turn: Sendable, Hashable {
        /// The building.
        public let building: Building
        /// The crew, from 1.
        public let crew: Int
        /// When it begins.
        public let from: Instant
        /// By when the last household is lit.
        public let until: Instant
    }

    /// The turns, as they begin.
    public let turns: [Turn]
    /// By when the last household is lit; nil when there is nothing to do.
    public var until: Instant? { turns.map(\.until).max() }

    /// Plans the way back.
    ///
    /// - Parameters:
    ///   - buildings: what is without gas.
    ///   - crews: how many crews work at it, one at least.
    ///   - start: when the network is ready.
    ///   - minutes: minutes a household.
    ///   - hours: when homes may get gas back, by district.
    public init(
        _ buildings: [Building], crews: Int, start: Instant, minutesPerHousehold minutes: Int,
        hours: (DistrictID) -> RestorationHours
    ) {
        let order = buildings.sorted {
            ($0.inCare > 0 ? 0 : 1, -$0.households, $0.district, $0.address)
                < ($1.inCare > 0 ? 0 : 1, -$1.households, $1.district, $1.address)
        }
        var free = [Instant](repeating: start, count: max(1, crews))
        var turns: [Turn] = []
        for building in order {
            let crew = free.indices.min { (free[$0], $0) < (free[$1], $1) } ?? 0
            let work = Int64(building.households * minutes)
            var (from, until) = (free[crew], free[crew].adding(minutes: work))
            if building.hasHomes {
                let night = hours(building.district)
                from = night.closed.end(notBefore: from, zone: night.zone)
                until = night.closed.finish(of: work, from: from, zone: night.zone)
            }
            free[crew] = until
            turns.append(Turn(building: building, crew: crew + 1, from: from, until: until))
        }
        self.turns = turns.sorted { ($0.from, $0.crew) < ($1.from, $1.crew) }
    }
}
