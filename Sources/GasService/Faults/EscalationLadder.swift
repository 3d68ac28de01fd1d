/// Who is to be alerted about a deadline, and why: steps by role, by the time that is left and by the risk.
///
/// Each step is taken once for a deadline: whoever asks again later, or in another process, finds the same steps and leaves
/// out those that were taken. An alert that was acknowledged stays silent; one that was not goes one role further.
public struct EscalationLadder: Sendable, Hashable {
    /// The roles, lowest first.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// Whoever leads the shift in the dispatch centre.
        case dispatcher
        /// The supervisor on duty.
        case supervisor
        /// The company's management.
        case management

        /// Orders roles from the desk upwards.
        public static func < (left: Role, right: Role) -> Bool { left.place < right.place }

        /// The role above; nil for the highest.
        public var above: Role? { self == .dispatcher ? .supervisor : self == .supervisor ? .management : nil }

        private var place: Int { self == .dispatcher ? 0 : self == .supervisor ? 1 : 2 }
    }

    /// Why somebody is alerted.
    public enum Cause: String, Sendable, Hashable, Codable, CaseIterable {
        /// The crew will probably be too late.
        case risk
        /// A share of the time is gone.
        case time
        /// The deadline was missed.
        case breach
        /// The alert before it was not acknowledged.
        case silence
    }

    /// An alert that is due.
    public struct Step: Sendable, Hashable {
        /// Who gets it.
        public let role: Role
        /// Why.
        public let cause: Cause

        /// An alert to a role.
        public init(role: Role, cause: Cause) {
            self.role = role
            self.cause = cause
        }
    }

    /// An alert that was raised about the same deadline.
    public struct Raised: Sendable, Hashable {
        /// Who got it.
        public let role: Role
        /// When.
        public let at: Instant
        /// Whether somebody took it upon themselves.
        public let isAcknowledged: Bool

        /// Describes a raised alert.
        public init(role: Role, at: Instant, isAcknowledged: Bool) {
            self.role = role
            self.at = at
            self.isAcknowledged = isAcknowledged
        }
    }

    private let dispatcherShare: Int
    private let supervisorShare: Int
    private let riskPercent: Int
    private let patienceMinutes: Int

    /// The ladder of a district's settings.
    public init(settings: Settings) {
        dispatcherShare = settings[.escalateAtPercent]
        supervisorShare = max(settings[.superviseAtPercent], settings[.escalateAtPercent])
        riskPercent = settings[.escalateAtRiskPercent]
        patienceMinutes = settings[.acknowledgeMinutes]
    }

    /// The alerts that are due about a deadline and were not raised yet, lowest role first.
    ///
    /// - Parameters:
    ///   - deadline: one of the clock's.
    ///   - clock: the fault's clock.
    ///   - risk: the probability (0 to 1) that the crew comes too late; nil when no crew is on its way.
    ///   - raised: the alerts about this deadline so far.
    ///   - now: the present instant.
    /// - Returns: whom to alert, and why.
    public func due(
        for deadline: SLADeadline, of clock: SLAClock, risk: Double?, raised: [Raised], at now: Instant
    ) -> [Step] {
        guard !deadline.isSettled else { return [] }
        var wanted: [Role: Cause] = [:]
        let total = Double(clock.netMicroseconds(from: clock.reportedAt, until: deadline.due))
        let gone = Double(clock.netMicroseconds(from: clock.reportedAt, until: now))
        let isBreached = now > deadline.due
        let isPaused = if case .paused = clock.standing(of: deadline, at: now) { true } else { false }
        if let risk, !isPaused, risk * 100 >= Double(riskPercent) { wanted[.dispatcher] = .risk }
        if gone * 100 >= total * Double(dispatcherShare), !isPaused {
            wanted[.dispatcher] = wanted[.dispatcher] ?? .time
        }
        if gone * 100 >= total * Double(supervisorShare), !isPaused { wanted[.supervisor] = .time }
        if isBreached { for role in Role.allCases { wanted[role] = .breach } }
        let known = Set(raised.map(\.role))
        if let last = raised.max(by: { $0.role < $1.role }), !last.isAcknowledged, let above = last.role.above,
            now >= last.at.adding(minutes: Int64(patienceMinutes)), wanted[above] == nil
        {
            wanted[above] = .silence
        }
        return wanted.filter { !known.contains($0.key) }.map { Step(role: $0.key, cause: $0.value) }
            .sorted { $0.role < $1.role }
    }
}
