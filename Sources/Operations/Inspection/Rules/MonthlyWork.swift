import GasService

/// The work that the deadlines of each month ask for, the cycles that follow within the horizon included.
struct MonthlyWork {
    let months: [RuleChangeReport.MonthWork]

    init(before: HorizonProblem, after: HorizonProblem) {
        let first = Self.seconds(of: before)
        let second = Self.seconds(of: after)
        months = Set(first.keys).union(second.keys).sorted().map { month in
            RuleChangeReport.MonthWork(
                month: Self.name(month), before: hours(first[month] ?? 0), after: hours(second[month] ?? 0))
        }
    }

    private static func seconds(of problem: HorizonProblem) -> [Int: Int64] {
        var seconds: [Int: Int64] = [:]
        let end = problem.from.adding(days: problem.dayCount - 1)
        for one in problem.obligations {
            let work = problem.expectedSeconds(one)
            // What is overdue asks for its hours at once.
            var deadline = max(problem.from, CalendarDate(dayNumber: Int(one.deadline)) ?? problem.from)
            while deadline <= end {
                seconds[deadline.year * 12 + deadline.month - 1, default: 0] += work
                deadline = deadline.adding(months: Int(one.cycleMonths))
            }
        }
        return seconds
    }

    private static func name(_ month: Int) -> String {
        let number = month % 12 + 1
        return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
    }
}
