/// How many of the obligations due by a day will be inspected by their deadlines, if a plan is carried out.
///
/// Each obligation is visited in as many rounds as the plan has before its deadline; a first visit gets in with the first
/// rate, later ones with the revisit rate. The interval holds both the luck of each door and the uncertainty of the rates
/// (delta method on beta-distributed rates, normal approximation).
public struct CoverageForecast: Sendable, Hashable {
    /// Obligations due by the day, overdue ones included.
    public let due: Int
    /// Those expected to be inspected on time.
    public let expected: Double
    /// The 95 % interval of their number.
    public let interval: ClosedRange<Double>

    /// The expected coverage, 0 to 1; nil when nothing is due.
    public var coverage: Double? { due == 0 ? nil : expected / Double(due) }

    /// Forecasts a plan.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - unplanned: How many obligations due by the day have no visit in the plan.
    ///   - date: Deadlines up to this day count.
    ///   - first: How often first visits get in.
    ///   - revisit: How often revisits get in.
    public init(
        of plan: HorizonPlan, unplanned: Int, dueBy date: CalendarDate, first: SuccessRate, revisit: SuccessRate
    ) {
        var rounds = [Int](repeating: 0, count: plan.visits.count)
        for campaign in plan.campaigns {
            for visit in campaign.visits where campaign.day <= plan.visits[Int(visit)].deadline {
                rounds[Int(visit)] += 1
            }
        }
        var withRounds: [Int: Int] = [:]
        var due = unplanned
        for (visit, count) in zip(plan.visits, rounds) where Int(visit.deadline) <= date.dayNumber {
            withRounds[count, default: 0] += 1
            due += 1
        }
        self.due = due
        (expected, interval) = Self.estimate(withRounds, first: first, revisit: revisit, due: due)
    }

    /// Forecasts obligations whose visits before their deadlines were counted elsewhere.
    ///
    /// - Parameters:
    ///   - rounds: How many obligations have so many visits planned before their deadline; those with none count as due.
    ///   - first: How often first visits get in.
    ///   - revisit: How often revisits get in.
    public init(rounds: [Int: Int], first: SuccessRate, revisit: SuccessRate) {
        due = rounds.values.reduce(0, +)
        (expected, interval) = Self.estimate(rounds, first: first, revisit: revisit, due: due)
    }

    private static func estimate(
        _ withRounds: [Int: Int], first: SuccessRate, revisit: SuccessRate, due: Int
    ) -> (Double, ClosedRange<Double>) {
        var expected = 0.0
        var luck = 0.0
        var byFirst = 0.0
        var byRevisit = 0.0
        for (rounds, households) in withRounds.sorted(by: { $0.key < $1.key }) where rounds > 0 {
            let (missFirst, missAgain) = (1 - first.mean, 1 - revisit.mean)
            let revisits = Double(rounds - 1)
            let missLater = power(missAgain, rounds - 1)
            let success = 1 - missFirst * missLater
            let count = Double(households)
            expected += count * success
            luck += count * success * (1 - success)
            byFirst += count * missLater
            if rounds > 1 { byRevisit += count * missFirst * revisits * power(missAgain, rounds - 2) }
        }
        let variance = luck + byFirst * byFirst * first.variance + byRevisit * byRevisit * revisit.variance
        let half = 1.959_964 * variance.squareRoot()
        return (expected, max(0, expected - half)...min(Double(due), expected + half))
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<max(0, exponent)).reduce(1) { product, _ in product * base }
    }
}
