/// Whether the notices that go by hand can still be delivered in time by the crews there are.
///
/// Deliveries are windows from today to the day by which they must be done, crews' minutes are capacity: serving what is due
/// first misses as few as any order could (Jackson's rule), and says how many must be done each day.
public struct DeliveryForecast: Sendable, Hashable {
    /// Deliveries that have the same last day.
    public struct Work: Sendable, Hashable {
        /// The last day on which they may be made.
        public let lastDay: CalendarDate
        /// How many.
        public let count: Int

        /// Deliveries until a day.
        public init(lastDay: CalendarDate, count: Int) {
            self.lastDay = lastDay
            self.count = count
        }
    }

    /// One day of the forecast.
    public struct Day: Sendable, Hashable {
        /// The day.
        public let date: CalendarDate
        /// Deliveries that crews can make on it.
        public let capacity: Int
        /// Deliveries to make on it, earliest deadline first.
        public let planned: Int
        /// Deliveries whose last day it is and that cannot be made any more.
        public let missing: Int
    }

    /// The days from today to the last deadline.
    public let days: [Day]
    /// Deliveries that were too late before today began.
    public let overdue: Int

    /// Deliveries that cannot be made in time.
    public var missing: Int { overdue + days.reduce(0) { $0 + $1.missing } }
    /// Whether all can be made in time.
    public var canBeMade: Bool { missing == 0 }

    /// Forecasts deliveries.
    ///
    /// - Parameters:
    ///   - work: what must be delivered and by when.
    ///   - today: the first day on which crews can go.
    ///   - capacity: deliveries that crews can make on each day from today on; none beyond its end.
    public init(work: [Work], today: CalendarDate, capacity: [Int]) {
        let open = work.filter { $0.lastDay >= today && $0.count > 0 }
        overdue = work.filter { $0.lastDay < today }.reduce(0) { $0 + $1.count }
        let count = (open.map { $0.lastDay.days(since: today) }.max() ?? -1) + 1
        let room = (0..<count).map { Int64($0 < capacity.count ? max(0, capacity[$0]) : 0) }
        var due = [Int64](repeating: 0, count: count)
        for work in open { due[work.lastDay.days(since: today)] += Int64(work.count) }
        days = Self.served(due: due, room: room, today: today)
    }

    /// Serves each day what is due first; what is not served on its last day is missing.
    private static func served(due: [Int64], room: [Int64], today: CalendarDate) -> [Day] {
        var open = due
        return room.indices.map { day in
            var left = room[day]
            for last in day..<open.count where open[last] > 0 && left > 0 {
                let taken = min(left, open[last])
                open[last] -= taken
                left -= taken
            }
            let missing = open[day]
            return Day(
                date: today.adding(days: day), capacity: Int(room[day]), planned: Int(room[day] - left),
                missing: Int(missing))
        }
    }
}
