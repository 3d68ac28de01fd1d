import Archive
import GasService
import Routing

/// Finds out what keeps stops out of a day, and the least change that would let each in.
///
/// `Routing` proves both by counterfactual (`UnassignedVisits`); here they get the trade's names. What is plain from the
/// crews alone (nobody on duty, no certificate, no shift in that time) is said as such.
///
/// The work is bounded by the size of the day, not by a clock, so that the same day gives the same answer: with hundreds
/// left out the most urgent are examined and the others are marked as not examined.
struct UnassignedFindings {
    private let snapshot: DaySnapshot
    private let crews: [CrewDuty]
    private let solution: DaySolver.Solution
    /// How many crews' routes are tried at most, all stops together.
    private let mostTrials: Int

    /// What was found of a stop.
    struct Finding {
        let stop: BuildingStop
        let cause: UnassignedCause
        let remedy: UnassignedRemedy?
    }

    init(_ solution: DaySolver.Solution, crews: [CrewDuty], in snapshot: DaySnapshot, mostTrials: Int = 20_000) {
        self.solution = solution
        self.crews = crews
        self.snapshot = snapshot
        self.mostTrials = mostTrials
    }

    /// The findings about those stops that a day owes a visit to, the most urgent first.
    ///
    /// Overdue households whom nobody told of a visit are left out unless nobody could go there at all: they are many,
    /// and hours that end before all of them are reached are no finding.
    func all() -> [Finding] {
        var findings: [Finding] = []
        var owed: [DaySolver.Unassigned] = []
        for one in solution.unassigned where one.stop.reason != .pulledAhead {
            if let cause = missingCrew(for: one.stop), one.places.isEmpty || one.stop.reason == .overdue {
                findings.append(Finding(stop: one.stop, cause: cause, remedy: nil))
            } else if one.stop.reason != .overdue {
                owed.append(one)
            }
        }
        owed.sort { rank($0.stop) < rank($1.stop) }
        let limit = mostTrials / max(1, crews.count)
        let remedies = remedies(of: owed.prefix(limit))
        for (number, one) in owed.enumerated() {
            let found = number < limit ? remedies[number] : nil
            let cause =
                missingCrew(for: one.stop) ?? missingTime(for: one.stop)
                ?? (number < limit ? found.map { Self.cause(of: $0.remedy.change) } ?? .severalTogether : .notExamined)
            findings.append(Finding(stop: one.stop, cause: cause, remedy: found.map { named($0) }))
        }
        return findings
    }

    private func rank(_ stop: BuildingStop) -> (Int, Int, String) {
        (stop.reason == .appointment ? 0 : 1, stop.earliestDeadline.dayNumber, stop.candidates[0].account.text)
    }

    // MARK: What is plain from the crews

    private func eligible(for stop: BuildingStop) -> [CrewDuty] {
        CrewDuty.eligible(for: stop, among: crews).map { crews[$0] }
    }

    private func missingCrew(for stop: BuildingStop) -> UnassignedCause? {
        let onDuty = eligible(for: stop)
        if onDuty.isEmpty { return .noCrewOnDuty }
        return onDuty.contains(where: \.isCertified) ? nil : .noCertifiedCrew
    }

    private func missingTime(for stop: BuildingStop) -> UnassignedCause? {
        let shifts = eligible(for: stop).filter(\.isCertified).map { $0.shift(snapshot.clock, now: snapshot.now) }
        if shifts.allSatisfy({ $0.latestSeconds - $0.earliestSeconds < stop.minutes * 60 }) { return .longerThanShift }
        let windows = StopWindows(stop, snapshot.settings(of: stop.district), snapshot.clock).windows
        let overlaps = shifts.contains { shift in
            windows.contains { $0.earliestSeconds <= shift.latestSeconds && $0.latestSeconds >= shift.earliestSeconds }
        }
        return overlaps ? nil : .windowOutsideShifts
    }

    // MARK: What trials show

    private struct Found {
        let part: Int
        let remedy: UnassignedExplanation.Remedy
    }

    /// The least remedy of each stop by its position, over all parts in which it was tried.
    private func remedies(of stops: ArraySlice<DaySolver.Unassigned>) -> [Int: Found] {
        var best: [Int: Found] = [:]
        for (number, part) in solution.parts.enumerated() {
            let tried = stops.enumerated().flatMap { position, one in
                one.places.filter { $0.part == number }.map { (position: position, visit: $0.visit) }
            }
            let explanations = UnassignedVisits(of: part.plan, for: part.problem.routing)
                .explanations(of: tried.map(\.visit))
            for (one, explanation) in zip(tried, explanations) {
                let possible = explanation.remedies.first { part.problem.crews[$0.crew].takesVisits }
                guard let remedy = possible else { continue }
                if let other = best[one.position], !isLess(remedy, number, than: other) { continue }
                best[one.position] = Found(part: number, remedy: remedy)
            }
        }
        return best
    }

    private func isLess(_ remedy: UnassignedExplanation.Remedy, _ part: Int, than other: Found) -> Bool {
        let extent = remedy.change.extent(in: solution.parts[part].problem.routing)
        let otherExtent = other.remedy.change.extent(in: solution.parts[other.part].problem.routing)
        return (remedy.change.reach, extent) < (other.remedy.change.reach, otherExtent)
    }

    /// What kept a stop out that needs this change.
    ///
    /// A day's problem bounds neither visits nor loads nor durations.
    private static func cause(of change: ProblemChange) -> UnassignedCause {
        switch change {
        case .raisePrize: .notWorthTheWay
        case .openWindow: .windowTaken
        case .changeShift, .grantSkills, .raiseMaximumDuration, .raiseMaximumVisits, .raiseCapacity: .crewsFull
        case .acceptCrew: .otherCrewsOnly
        case .leaveOut: .inPlaceOfAnother
        }
    }

    private func named(_ found: Found) -> UnassignedRemedy {
        let problem = solution.parts[found.part].problem
        let remedy = found.remedy
        let clock = snapshot.clock
        let usual = problem.routing.crews[remedy.crew].shift
        var moves: Int?
        var instead: AccountNumber?
        let change: UnassignedRemedy.Change
        switch remedy.change {
        case .raisePrize: change = .moreUrgent
        case .openWindow: change = .otherTime
        case .changeShift(_, let shift) where shift.latestSeconds > usual.latestSeconds:
            (change, moves) = (.endLater, shift.latestSeconds)
        case .changeShift(_, let shift): (change, moves) = (.beginEarlier, shift.earliestSeconds)
        case .grantSkills: change = .certify
        case .leaveOut(let victim):
            change = .insteadOf
            if case .planned(let stop) = problem.visits[victim] { instead = stop.candidates[0].account }
        case .acceptCrew, .raiseMaximumDuration, .raiseMaximumVisits, .raiseCapacity: change = .otherCrew
        }
        return UnassignedRemedy(
            change: change, crewID: problem.crews[remedy.crew].crew.crew,
            startsAt: clock.instant(atSecond: remedy.startSeconds),
            shiftMoves: moves.map { clock.instant(atSecond: $0) },
            minutes: moves == nil ? nil : (remedy.change.extent(in: problem.routing) + 59) / 60, insteadOf: instead)
    }
}
