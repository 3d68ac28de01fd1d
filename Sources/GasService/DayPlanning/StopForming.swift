/// Brings a day's households together into building stops.
///
/// Households of one building make one stop when the same reason, kind of slot and agreed time hold for them. A stop that
/// would take longer than the longest allowed is parted evenly, so that none of its parts is a remainder of one door.
public struct StopForming: Sendable {
    private let date: CalendarDate
    private let rule: RevisitRule
    private let accessMinutes: Int
    private let longestMinutes: Int
    private let residentialMinutes: Int
    private let otherMinutes: Int
    private let handMinutes: Int

    /// What became of a day's households.
    public struct Formed: Sendable {
        /// The stops, by district, building and reason.
        public let stops: [BuildingStop]
        /// The households that a rule keeps from being visited on the day.
        public let kept: [Kept]
    }

    /// A household that a rule keeps from being visited on the day.
    public struct Kept: Sendable, Hashable {
        /// The household.
        public let candidate: DayCandidate
        /// What the rule says; never `open`.
        public let verdict: RevisitRule.Verdict
    }

    /// Forms stops for a day by the settings of a district.
    public init(date: CalendarDate, settings: Settings) {
        self.date = date
        rule = RevisitRule(settings: settings)
        accessMinutes = settings[.stopMinutes]
        longestMinutes = settings[.longestStopMinutes]
        residentialMinutes = settings[.residentialVisitMinutes]
        otherMinutes = settings[.otherVisitMinutes]
        handMinutes = settings[.handMinutes]
    }

    /// Minutes at the door of a household and inside.
    public func minutes(of candidate: DayCandidate) -> Int {
        if candidate.outageWork == .outageNotice { return handMinutes }
        return candidate.customerClass.isResidential ? residentialMinutes : otherMinutes
    }

    /// Forms stops; the order of the candidates does not matter.
    ///
    /// Households that nothing asks for are passed over.
    public func form(_ candidates: [DayCandidate]) -> Formed {
        var groups: [Key: [DayCandidate]] = [:]
        var kept: [Kept] = []
        for candidate in candidates {
            guard let reason = candidate.reason(on: date) else { continue }
            var slots = RevisitRule.slots(of: date)
            if reason != .appointment {
                switch rule.verdict(on: date, after: candidate.attempts) {
                case .open(let allowed): slots = allowed
                case let verdict:
                    kept.append(Kept(candidate: candidate, verdict: verdict))
                    continue
                }
            }
            let key = Key(
                district: candidate.district, building: candidate.building, reason: reason, slots: slots,
                appointment: candidate.appointment)
            groups[key, default: []].append(candidate)
        }
        let stops = groups.sorted { $0.key < $1.key }.flatMap { key, members in
            parts(of: members.sorted { $0.account < $1.account }, key)
        }
        return Formed(stops: stops, kept: kept.sorted { $0.candidate.account < $1.candidate.account })
    }

    private func parts(of members: [DayCandidate], _ key: Key) -> [BuildingStop] {
        let inside = members.reduce(0) { $0 + minutes(of: $1) }
        let room = max(1, longestMinutes - accessMinutes)
        let wanted = (inside + room - 1) / room
        let share = (inside + wanted - 1) / wanted
        var parts: [BuildingStop] = []
        var part: [DayCandidate] = []
        var partMinutes = 0
        func close() {
            guard !part.isEmpty else { return }
            parts.append(
                BuildingStop(
                    candidates: part, reason: key.reason, slots: key.slots, appointment: key.appointment,
                    accessMinutes: accessMinutes, insideMinutes: partMinutes))
            part = []
            partMinutes = 0
        }
        for member in members {
            let own = minutes(of: member)
            if !part.isEmpty, partMinutes + own > room || partMinutes >= share { close() }
            part.append(member)
            partMinutes += own
        }
        close()
        return parts
    }

    private struct Key: Hashable, Comparable {
        let district: DistrictID
        let building: BuildingID
        let reason: VisitReason
        let slots: Set<SlotKind>
        let appointment: DayCandidate.AgreedSpan?

        static func < (left: Key, right: Key) -> Bool {
            if left.district != right.district { return left.district < right.district }
            if left.building != right.building { return left.building < right.building }
            if left.reason != right.reason { return left.reason < right.reason }
            if left.slots != right.slots { return left.slotOrder < right.slotOrder }
            return left.start < right.start
        }

        private var slotOrder: String { slots.map(\.rawValue).sorted().joined() }
        private var start: (Int64, Int64) {
            (appointment?.from.microseconds ?? 0, appointment?.until.microseconds ?? 0)
        }
    }
}
