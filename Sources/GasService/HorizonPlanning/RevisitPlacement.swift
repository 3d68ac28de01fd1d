/// Groups first visits into building campaigns and gives each its revisit rounds.
///
/// A round goes to the first day, at least the gap after the round before and on another weekday, that still has room for
/// the households expected to be left; failing that, to any later day with room. The second round is meant for the
/// evening, every round on a working Saturday or Sunday for the weekend (RULES.md, No access: another weekday and another time
/// of day, evening or weekend by the third).
struct RevisitPlacement {
    private(set) var campaigns: [BuildingCampaign] = []
    private(set) var loads: [DayLoad] = []
    private(set) var unplacedSeconds: Int64 = 0
    private let problem: HorizonProblem

    init(problem: HorizonProblem, visits: [PlannedVisit]) {
        self.problem = problem
        loads = problem.capacityMinutes.enumerated().map { day, minutes in
            DayLoad(date: problem.from.adding(days: day), capacitySeconds: Int64(minutes) * 60)
        }
        let first = firstRounds(visits)
        for campaign in first {
            let day = dayIndex(campaign.day)
            loads[day].firstVisitSeconds += campaign.expectedSeconds
            loads[day].households += campaign.visits.count
        }
        campaigns.reserveCapacity(first.count * (problem.policy.rounds + 1))
        campaigns = first
        for campaign in first where problem.policy.firstSuccess < 1 { placeRounds(after: campaign) }
        campaigns.sort { ($0.day, $0.round, $0.visits.lowerBound) < ($1.day, $1.round, $1.visits.lowerBound) }
    }

    private func firstRounds(_ visits: [PlannedVisit]) -> [BuildingCampaign] {
        var result: [BuildingCampaign] = []
        var begin = 0
        var seconds: Int64 = 0
        for (index, visit) in visits.enumerated() {
            seconds += Int64(problem.obligations[Int(visit.obligation)].serviceMinutes) * 60
            let isLast = index + 1 == visits.count
            if !isLast, visits[index + 1].building == visit.building, visits[index + 1].day == visit.day { continue }
            let weekday = problem.from.adding(days: dayIndex(visit.day)).weekday
            result.append(
                BuildingCampaign(
                    building: visit.building, day: visit.day, round: 1,
                    slot: weekday.isWeekend ? .weekend : .weekdayDaytime, visits: Int32(begin)..<Int32(index + 1),
                    expectedSeconds: seconds))
            begin = index + 1
            seconds = 0
        }
        return result
    }

    private mutating func placeRounds(after campaign: BuildingCampaign) {
        guard problem.policy.rounds > 0 else { return }
        var previous = dayIndex(campaign.day)
        for round in 2...(problem.policy.rounds + 1) {
            let share = problem.policy.shareVisited(inRound: round)
            let seconds = Int64((Double(campaign.expectedSeconds) * share).rounded(.up))
            let earliest = max(previous + problem.policy.gapDays, problem.frozenDays)
            guard earliest < loads.count else {
                unplacedSeconds += seconds
                continue
            }
            guard let day = room(for: seconds, from: earliest, after: loads[previous].date.weekday) else {
                unplacedSeconds += seconds
                continue
            }
            loads[day].revisitSeconds += seconds
            let isWeekend = loads[day].date.weekday.isWeekend
            campaigns.append(
                BuildingCampaign(
                    building: campaign.building, day: Int32(loads[day].date.dayNumber), round: Int16(round),
                    slot: isWeekend ? .weekend : .evening, visits: campaign.visits, expectedSeconds: seconds))
            previous = day
        }
    }

    private func room(for seconds: Int64, from earliest: Int, after weekday: Weekday) -> Int? {
        var fallback: Int?
        for day in earliest..<min(loads.count, earliest + 120) {
            guard !problem.isFrozen(day), loads[day].seconds + seconds <= loads[day].capacitySeconds else { continue }
            if loads[day].date.weekday != weekday { return day }
            if fallback == nil { fallback = day }
        }
        return fallback
    }

    private func dayIndex(_ dayNumber: Int32) -> Int {
        min(max(Int(dayNumber) - problem.from.dayNumber, 0), loads.count - 1)
    }
}
