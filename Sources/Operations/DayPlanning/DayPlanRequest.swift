package import Foundation
package import GasService

/// That a day shall be planned.
package struct DayPlanRequest: Sendable {
    /// How long to search.
    package enum Effort: Sendable, Hashable {
        /// As many iterations as the size of the day asks for: the same input and seed give the same plan on any machine.
        case standard
        /// So many seconds: what is found depends on how fast the machine is and what else it does.
        case seconds(Double)
    }

    /// The day.
    package var date: CalendarDate
    /// The district; nil for all, which share the company's crews.
    package var district: DistrictID?
    /// Where the random numbers start.
    package var seed: UInt64
    /// How long to search.
    package var effort: Effort
    /// The command's id; a repeat answers what was answered.
    package var command: UUID

    /// Asks for a day.
    package init(
        date: CalendarDate, district: DistrictID? = nil, seed: UInt64 = 1, effort: Effort = .standard,
        command: UUID = UUID()
    ) {
        self.date = date
        self.district = district
        self.seed = seed
        self.effort = effort
        self.command = command
    }
}
