package import GasService

/// What a district's horizon plan amounts to; hours are of crews inside households, revisits included.
package struct HorizonReport: Sendable, Hashable, Codable {
    /// The district.
    package let district: DistrictID
    /// The plan's version; nil while it is not saved.
    package var version: Int?
    /// The first day that was planned.
    package let from: CalendarDate
    /// The last day.
    package let until: CalendarDate
    /// Households with an open obligation whose window opens within the horizon.
    package let households: Int
    /// Obligations due by the end of the horizon, overdue ones and following cycles included.
    package let due: Int
    /// First visits that are planned.
    package let visits: Int
    /// First visits that were announced before and stay where they are.
    package let frozenVisits: Int
    /// Buildings visited on a day for the first time in a cycle.
    package let campaigns: Int
    /// Rounds of revisits.
    package let revisitRounds: Int
    /// Campaigns of earlier plans that made way.
    package var replaced = 0
    /// Days with work.
    package let days: Int
    /// Hours that there are.
    package let capacityHours: Double
    /// Hours that are planned.
    package let plannedHours: Double
    /// Share of the hours that is planned, on average.
    package let meanLoad: Double
    /// Share in the busiest week.
    package let peakWeekLoad: Double
    /// The least peak that any plan could have; nil where work stands against no hours at all.
    package let leastPossiblePeak: Double?
    /// Households visited together in a building, on average.
    package let householdsPerCampaign: Double
    /// Share of visits that keep the anniversary.
    package let anniversaryKept: Double
    /// Households overdue today.
    package let overdue: Int
    /// Those of them that have a day.
    package let overduePlanned: Int
    /// The day on which the last of them has its first visit; nil when there is none, or one has no day.
    package let overdueClearedOn: CalendarDate?
    /// The first day that could take a new visit: not frozen, and with hours.
    package let firstPlannableDay: CalendarDate
    /// Households due from today on but before that day, whom no announced visit meets: late whatever the plan.
    package let dueBeforeFirstDay: Int
    /// Obligations planned late, or without a day, although a plannable day was left before their deadline.
    package let late: Int
    /// Obligations due within the horizon that have no day.
    package let unplanned: Int
    /// Whether hours suffice: `feasible`, `infeasible` or `hours_suffice` (proven, but not every visit was placed in time).
    package let verdict: Verdict
    /// The proof that hours are short.
    package let shortage: Shortage?
    /// How many will be inspected in time.
    package let forecast: ForecastReport

    /// Whether hours suffice.
    package enum Verdict: String, Sendable, Hashable, Codable {
        /// Every obligation is planned within its window.
        case feasible
        /// Hours are short, whatever the plan.
        case infeasible
        /// Hours suffice, but some visits are planned late.
        case hoursSuffice = "hours_suffice"
    }

    /// The interval that proves a shortage, and what mends it.
    package struct Shortage: Sendable, Hashable, Codable {
        /// The first day of the interval.
        package let from: CalendarDate
        /// Its last day.
        package let until: CalendarDate
        /// Obligations that can only be fulfilled within it.
        package let obligations: Int
        /// Hours that they take.
        package let neededHours: Double
        /// Hours that there are.
        package let capacityHours: Double
        /// Hours short.
        package let shortHours: Double
        /// The least additional hours that mend the whole horizon.
        package let leastExtraHours: Double
        /// By which days at the latest so many of them are needed, month by month.
        package let extraByMonth: [ExtraHours]

        /// States a proof.
        package init(_ proof: HorizonPlan.Shortage) {
            (from, until, obligations) = (proof.from, proof.until, proof.obligations)
            neededHours = hours(proof.neededSeconds)
            capacityHours = hours(proof.capacitySeconds)
            shortHours = hours(proof.shortSeconds)
            leastExtraHours = hours(proof.leastExtraSeconds)
            let months = Dictionary(grouping: proof.extraByDay) { String($0.date.description.prefix(7)) }
            extraByMonth = months.sorted { $0.key < $1.key }.map { month, days in
                ExtraHours(month: month, hours: hours(days.reduce(0) { $0 + $1.seconds }))
            }
        }
    }

    /// Additional hours in a month.
    package struct ExtraHours: Sendable, Hashable, Codable {
        /// The month, `2027-03`.
        package let month: String
        /// Hours.
        package let hours: Double
    }
}

/// Hours to a hundredth.
func hours(_ seconds: Int64) -> Double { (Double(seconds) / 36).rounded() / 100 }
