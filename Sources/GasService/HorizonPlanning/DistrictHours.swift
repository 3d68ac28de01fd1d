/// How the hours of a company's crews are divided among its districts for a plan of the coming years.
///
/// A crew of a district works there. The hours of crews that serve all districts are divided so that, as far as they reach,
/// every district has the same hours for its work: each is filled up to one common ratio of hours to work.
public struct DistrictHours: Sendable {
    /// What is to be divided for.
    public struct District: Sendable {
        /// The district.
        public let district: DistrictID
        /// The settings that hold there.
        public let settings: Settings
        /// Its work of a year, in any unit that is the same for all.
        public let yearlyWork: Double

        /// Describes a district.
        public init(district: DistrictID, settings: Settings, yearlyWork: Double) {
            self.district = district
            self.settings = settings
            self.yearlyWork = yearlyWork
        }
    }

    private let minutes: [DistrictID: [Int]]

    /// Divides the hours of crews over days.
    ///
    /// - Complexity: crews × days × districts.
    public init(of crews: [CrewHours], among districts: [District], from: CalendarDate, days: Int, company: Settings) {
        let shared = Self.sum(crews.filter(\.district.isCompany), from: from, days: days, settings: company)
        let own = districts.map { one in
            Self.sum(crews.filter { $0.district == one.district }, from: from, days: days, settings: one.settings)
        }
        let shares = Self.shares(
            of: Double(shared.reduce(0, +)), own: own.map { Double($0.reduce(0, +)) },
            work: districts.map { max(0, $0.yearlyWork) })
        var minutes: [DistrictID: [Int]] = [:]
        for (index, one) in districts.enumerated() {
            minutes[one.district] = zip(own[index], shared).map { $0 + Int(Double($1) * shares[index]) }
        }
        self.minutes = minutes
    }

    /// Minutes that can be spent inside households of a district, day by day.
    public subscript(district: DistrictID) -> [Int] { minutes[district] ?? [] }

    private static func sum(_ crews: [CrewHours], from: CalendarDate, days: Int, settings: Settings) -> [Int] {
        (0..<max(0, days)).map { day in
            let date = from.adding(days: day)
            return crews.reduce(0) { $0 + $1.productiveMinutes(on: date, settings: settings) }
        }
    }

    /// Each district's share of a pool, so that (own + share × pool) ÷ work is level as far as the pool reaches.
    static func shares(of pool: Double, own: [Double], work: [Double]) -> [Double] {
        guard pool > 0, !work.isEmpty else { return work.map { _ in 0 } }
        guard work.contains(where: { $0 > 0 }) else { return work.map { _ in 1 / Double(work.count) } }
        // Poorest first: the level rises until the pool is used up or the next district is reached.
        let order = work.indices.filter { work[$0] > 0 }.sorted { own[$0] / work[$0] < own[$1] / work[$1] }
        var level = 0.0
        var (ownSum, workSum) = (0.0, 0.0)
        for (rank, index) in order.enumerated() {
            ownSum += own[index]
            workSum += work[index]
            level = (pool + ownSum) / workSum
            let next = order.dropFirst(rank + 1).first
            if let next, own[next] / work[next] < level { continue }
            break
        }
        return work.indices.map { max(0, level * work[$0] - own[$0]) / pool }
    }
}
