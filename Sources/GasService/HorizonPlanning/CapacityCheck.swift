/// Work that must be done between two days of a horizon, both included.
public struct WorkInterval: Sendable, Hashable {
    /// The first day it can be done, counted from 0.
    public var first: Int
    /// The last day it may be done.
    public var last: Int
    /// The amount, in the unit of the capacities.
    public var work: Int64

    /// Describes work.
    public init(first: Int, last: Int, work: Int64) {
        self.first = first
        self.last = last
        self.work = work
    }
}

/// Whether work fits into daily capacities, decided exactly (work may be parted at will), with a proof either way.
///
/// By Hall's theorem for intervals, work fits if and only if for all days a ≤ b the work whose window lies within [a, b]
/// is no more than the capacity of [a, b]. Serving each day the released work with the earliest deadline and dropping what
/// expires gives a maximum assignment in such convex graphs (F. Glover, "Maximum matching in a convex bipartite graph",
/// 1967), so what it drops is the least extra capacity that mends the plan, and the days it drops on say where.
/// Complexity: O(items + days²) time, O(days²) memory.
public struct CapacityCheck: Sendable {
    /// Extra capacity that mends the plan, per day, all zero when the work fits.
    ///
    /// Their sum is the least possible.
    public let extra: [Int64]
    /// The interval where most is missing; nil when the work fits.
    public let tightest: TightInterval?
    /// The least share of capacity, the same every day, with which the work would still fit; above 1 when short.
    ///
    /// Infinite when work falls where there is no capacity at all.
    public let leastUtilisation: Double

    /// The least extra capacity in all.
    public var missing: Int64 { extra.reduce(0, +) }
    /// Whether the work fits.
    public var isFeasible: Bool { tightest == nil }

    /// An interval whose own work exceeds its capacity.
    public struct TightInterval: Sendable, Hashable {
        /// The first day.
        public let first: Int
        /// The last day.
        public let last: Int
        /// Work that must be done within it.
        public let work: Int64
        /// Capacity within it.
        public let capacity: Int64
    }

    /// Checks work against capacities, one per day; windows are cut to the horizon, empty ones ignored.
    public init(work: [WorkInterval], capacity: [Int64]) {
        let days = capacity.count
        var demand = [Int64](repeating: 0, count: days * days)
        for item in work {
            let first = max(0, item.first)
            let last = min(days - 1, item.last)
            if first <= last { demand[first * days + last] += item.work }
        }
        extra = Self.expiringWork(demand: demand, capacity: capacity)
        (tightest, leastUtilisation) = Self.tightest(demand: demand, capacity: capacity)
    }

    private static func expiringWork(demand: [Int64], capacity: [Int64]) -> [Int64] {
        let days = capacity.count
        var open = [Int64](repeating: 0, count: days)
        var expired = open
        for day in 0..<days {
            for last in day..<days { open[last] += demand[day * days + last] }
            var left = capacity[day]
            for last in day..<days where open[last] > 0 {
                let served = min(left, open[last])
                open[last] -= served
                left -= served
                if left == 0 { break }
            }
            expired[day] = open[day]
        }
        return expired
    }

    private static func tightest(demand: [Int64], capacity: [Int64]) -> (TightInterval?, Double) {
        let days = capacity.count
        var within = [Int64](repeating: 0, count: days)
        var worst: TightInterval?
        var worstDeficit: Int64 = 0
        var utilisation = 0.0
        for first in stride(from: days - 1, through: 0, by: -1) {
            var begun: Int64 = 0
            var available: Int64 = 0
            for last in first..<days {
                begun += demand[first * days + last]
                within[last] += begun
                available += capacity[last]
                let amount = within[last]
                if amount == 0 { continue }
                utilisation = max(utilisation, available > 0 ? Double(amount) / Double(available) : .infinity)
                if amount - available > worstDeficit {
                    worstDeficit = amount - available
                    worst = TightInterval(first: first, last: last, work: amount, capacity: available)
                }
            }
        }
        return (worst, utilisation)
    }
}
