package import GasService

/// What is to be said about a district's planned day, kept with the plan.
package struct DaySummary: Sendable, Codable, Hashable {
    /// The seed of the search.
    package var seed: UInt64
    /// Iterations of the search; nil when it was bound by time.
    package var iterations: Int?
    /// Seconds of the search; nil when it was bound by iterations.
    package var seconds: Double?
    /// Households that the plan visits, by what asked for it.
    package var visits: [String: Int]
    /// Households that might have been visited earlier and are not: their day comes.
    package var leftForTheirDay: Int
    /// Overdue households that no campaign holds and that hours did not suffice to look at, after the more overdue ones.
    package var overdueLeft: Int
    /// Households for which the office has to do something first: a letter, a notice, an address.
    package var awaitingOffice: Int
    /// Households owed a visit that nobody makes, each with the reason.
    package var unassigned: [Unassigned]

    /// A household owed a visit that nobody makes on the day.
    package struct Unassigned: Sendable, Codable, Hashable {
        /// The household.
        package var accountNo: AccountNumber
        /// What asked for the visit.
        package var reason: VisitReason
        /// What keeps it out; proven by what would let it in.
        package var cause: UnassignedCause
        /// The least change that would let it in; nil where no single one does, or the office has to act first.
        package var remedy: UnassignedRemedy?
        /// The last day in time.
        package var deadline: CalendarDate

        /// States what keeps a household out.
        package init(
            accountNo: AccountNumber, reason: VisitReason, cause: UnassignedCause, remedy: UnassignedRemedy? = nil,
            deadline: CalendarDate
        ) {
            self.accountNo = accountNo
            self.reason = reason
            self.cause = cause
            self.remedy = remedy
            self.deadline = deadline
        }

        enum CodingKeys: String, CodingKey {
            case accountNo = "account_no"
            case reason
            case cause
            case remedy
            case deadline
        }
    }

    /// Gathers a summary.
    package init(
        seed: UInt64, iterations: Int?, seconds: Double?, visits: [String: Int], leftForTheirDay: Int,
        overdueLeft: Int, awaitingOffice: Int, unassigned: [Unassigned]
    ) {
        self.seed = seed
        self.iterations = iterations
        self.seconds = seconds
        self.visits = visits
        self.leftForTheirDay = leftForTheirDay
        self.overdueLeft = overdueLeft
        self.awaitingOffice = awaitingOffice
        self.unassigned = unassigned
    }

    enum CodingKeys: String, CodingKey {
        case seed
        case iterations
        case seconds
        case visits
        case leftForTheirDay = "left_for_their_day"
        case overdueLeft = "overdue_left"
        case awaitingOffice = "awaiting_office"
        case unassigned
    }
}
