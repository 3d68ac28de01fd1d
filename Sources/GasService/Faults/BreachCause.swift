/// Why a deadline was missed, as far as the trail of the fault tells.
public enum BreachCause: String, Sendable, Hashable, Codable, CaseIterable {
    /// No crew had been given the fault when the deadline passed.
    case nobodySent = "nobody_sent"
    /// The crew was promised for later than the deadline.
    case promisedLate = "promised_late"
    /// The crew came later than it was promised for.
    case crewLate = "crew_late"
    /// A crew was there in time, and the work took longer.
    case workTookLonger = "work_took_longer"
    /// Missing parts outlasted the time that they excuse.
    case partsTooLate = "parts_too_late"
    /// The customer was told too late.
    case toldLate = "told_late"

    /// A crew that was sent, and what was promised of it.
    public struct Sending: Sendable, Hashable {
        /// When it was sent.
        public let at: Instant
        /// When it was to be there.
        public let promised: Instant

        /// Describes a sending.
        public init(at: Instant, promised: Instant) {
            self.at = at
            self.promised = promised
        }
    }

    /// The cause of a missed deadline.
    ///
    /// - Parameters:
    ///   - deadline: one that is breached.
    ///   - clock: the fault's clock.
    ///   - sendings: the crews that were sent, in any order.
    public init(of deadline: SLADeadline, _ clock: SLAClock, sendings: [Sending]) {
        if deadline.milestone == .telling {
            self = .toldLate
            return
        }
        let handled = clock.deadline(.handling)?.reachedAt
        if deadline.milestone == .repair, let handled, handled <= deadline.due {
            let outlasted = clock.pauses.contains {
                $0.reason == .parts && $0.until == $0.cap && $0.cap <= deadline.due
            }
            self = outlasted ? .partsTooLate : .workTookLonger
            return
        }
        let intime = sendings.filter { $0.at <= deadline.due }
        guard let best = intime.map(\.promised).min() else {
            self = .nobodySent
            return
        }
        if best > deadline.due {
            self = .promisedLate
        } else if let arrived = clock.deadline(.arrival)?.reachedAt, arrived <= deadline.due {
            self = .workTookLonger
        } else {
            self = .crewLate
        }
    }
}
