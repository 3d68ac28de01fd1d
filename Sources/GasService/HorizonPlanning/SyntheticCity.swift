/// A generated city of any size, for benchmarks and property tests: the same seed, the same city.
public enum SyntheticCity {
    /// The horizon problem of one district with so many households.
    ///
    /// Streets of 10 buildings, buildings of 12 to 72 households; 8 in 100 are not residential (yearly, half an hour
    /// each), the others two-yearly at 6 minutes. Deadlines are scattered over the whole cycle,
    /// the first a fortnight ahead. Capacity on 5 days a week
    /// is the expected work of two years divided by `utilisation`.
    public static func problem(
        households: Int, days: Int = 730, from: CalendarDate, utilisation: Double = 0.85, seed: UInt64
    ) -> HorizonProblem {
        var random = SeededRandom(seed: seed)
        var obligations: [PlanningObligation] = []
        obligations.reserveCapacity(households)
        var building = 0
        var left = 0
        for _ in 0..<households {
            if left == 0 {
                building += 1
                left = 12 * (1 + random.below(6))
            }
            left -= 1
            let isHome = random.below(100) >= 8
            let cycle = isHome ? 24 : 12
            let deadline = from.adding(days: 14 + random.below(isHome ? 730 : 365))
            obligations.append(
                PlanningObligation(
                    building: building, street: building / 10, opens: deadline.adding(months: -cycle / 2),
                    deadline: deadline, serviceMinutes: isHome ? 6 : 30, cycleMonths: cycle, windowMonths: cycle / 2,
                    earlyMonths: 2))
        }
        let policy = RevisitPolicy(settings: .standard)
        let years = Double(days) / 365
        let minutes = obligations.reduce(0.0) { sum, one in
            sum + Double(one.serviceMinutes) * policy.expectedVisits * years * 12 / Double(one.cycleMonths)
        }
        let workdays = (0..<days).filter { !from.adding(days: $0).weekday.isWeekend }.count
        let perDay = Int((minutes / utilisation / Double(max(1, workdays))).rounded(.up))
        let capacity = (0..<days).map { from.adding(days: $0).weekday.isWeekend ? 0 : perDay }
        return HorizonProblem(from: from, capacityMinutes: capacity, obligations: obligations, policy: policy)
    }
}

/// A small reproducible source of randomness, the same on every platform.
///
/// SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Begins at a seed.
    public init(seed: UInt64) { self.state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including a limit; the bias of the remainder is below 2⁻³² for small limits.
    public mutating func below(_ limit: Int) -> Int { limit <= 1 ? 0 : Int(next() % UInt64(limit)) }
}
