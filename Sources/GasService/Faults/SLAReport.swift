/// How the deadlines of faults were kept: shares in time and distributions, never a bare mean.
public struct SLAReport: Sendable {
    /// A fault that is judged.
    public struct Case: Sendable {
        /// The fault.
        public let fault: FaultID
        /// Its clock.
        public let clock: SLAClock
        /// The crews that were sent.
        public let sendings: [BreachCause.Sending]

        /// Describes a fault.
        public init(fault: FaultID, clock: SLAClock, sendings: [BreachCause.Sending]) {
            self.fault = fault
            self.clock = clock
            self.sendings = sendings
        }
    }

    /// What a line of the report counts together.
    public struct Group: Sendable, Hashable, Comparable {
        /// The first day of the month of the report, by the utility's clock.
        public let month: CalendarDate
        /// The district.
        public let district: DistrictID
        /// How grave the faults are now.
        public let severity: FaultSeverity
        /// The milestone.
        public let milestone: SLAMilestone

        /// Orders lines by month, district, severity and milestone.
        public static func < (left: Group, right: Group) -> Bool {
            (left.month, left.district, left.severity.rawValue, left.milestone)
                < (right.month, right.district, right.severity.rawValue, right.milestone)
        }
    }

    /// A line of the report.
    public struct Line: Sendable {
        /// What it counts.
        public let group: Group
        /// Faults that owe the milestone.
        public internal(set) var owed = 0
        /// Of these, reached in time.
        public internal(set) var kept = 0
        /// Missed.
        public internal(set) var breached = 0
        /// Not owed any more: referred in time.
        public internal(set) var excused = 0
        /// Still running, in time so far.
        public internal(set) var running = 0
        /// Minutes of the clock until it was reached, ascending.
        public internal(set) var netMinutes: [Int] = []

        /// The share that was reached in time among those that are decided; nil while none is.
        public var shareInTime: Double? { kept + breached > 0 ? Double(kept) / Double(kept + breached) : nil }

        /// Wilson's 95 % interval of that share.
        public var interval: ClosedRange<Double> {
            SuccessRate(successes: kept, trials: kept + breached, assumed: 0.5).interval
        }

        /// The minutes within which a share (0 to 1) of what was reached was reached: the nearest rank; nil when nothing was.
        public func quantile(_ share: Double) -> Int? {
            guard !netMinutes.isEmpty else { return nil }
            let rank = Int((share * Double(netMinutes.count)).rounded(.up))
            return netMinutes[min(max(rank, 1), netMinutes.count) - 1]
        }
    }

    /// A deadline that was missed.
    public struct Breach: Sendable {
        /// The fault.
        public let fault: FaultID
        /// What was missed.
        public let deadline: SLADeadline
        /// Minutes beyond the due time, so far.
        public let minutesLate: Int
        /// Why.
        public let cause: BreachCause
    }

    /// The lines, in order.
    public let lines: [Line]
    /// The breaches, the earliest due first.
    public let breaches: [Breach]

    /// Judges faults at a moment.
    ///
    /// - Complexity: O(n log n) in the faults.
    public init(_ cases: [Case], at now: Instant, zone: UtilityTimeZone) {
        var lines: [Group: Line] = [:]
        var breaches: [Breach] = []
        for one in cases {
            let date = zone.date(of: one.clock.reportedAt)
            let month = date.adding(days: 1 - date.day)
            for deadline in one.clock.deadlines {
                let group = Group(
                    month: month, district: one.fault.district, severity: one.clock.severity,
                    milestone: deadline.milestone)
                var line = lines[group] ?? Line(group: group)
                line.owed += 1
                switch one.clock.standing(of: deadline, at: now) {
                case .kept: line.kept += 1
                case .excused: line.excused += 1
                case .running, .paused: line.running += 1
                case .breached:
                    line.breached += 1
                    breaches.append(
                        Breach(
                            fault: one.fault, deadline: deadline,
                            minutesLate: Int((deadline.overrun(at: now) + 59_999_999) / 60_000_000),
                            cause: BreachCause(of: deadline, one.clock, sendings: one.sendings)))
                }
                if let reached = deadline.reachedAt {
                    let net = one.clock.netMicroseconds(from: one.clock.reportedAt, until: reached)
                    line.netMinutes.append(Int(net / 60_000_000))
                }
                lines[group] = line
            }
        }
        self.lines = lines.values.map { line in
            var line = line
            line.netMinutes.sort()
            return line
        }.sorted { $0.group < $1.group }
        self.breaches = breaches.sorted { ($0.deadline.due, $0.fault) < ($1.deadline.due, $1.fault) }
    }
}
