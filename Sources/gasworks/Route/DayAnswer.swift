import Archive
import GasService
import Operations
import Presentation

/// A district's plan as an overview answers it.
struct DayPlanAnswer: Encodable, Sendable {
    let id: String
    let district: DistrictID
    let version: Int
    let state: String
    let madeBy: String
    let madeAt: Instant
    let summary: JSONValue

    init(_ plan: StoredDayPlan, on date: CalendarDate) throws {
        id = "\(plan.district) \(date) v\(plan.version)"
        district = plan.district
        version = Int(plan.version)
        state = plan.state
        madeBy = plan.madeBy
        madeAt = plan.madeAt
        summary = try plan.summary.map { try JSONValue(encoding: $0) } ?? .null
    }
}

/// A day as `route plan` and `route list` answer it.
struct DayAnswer: Encodable, Sendable {
    let id: String
    let date: CalendarDate
    let plans: [DayPlanAnswer]
    let crews: [CrewDayAnswer]

    init(_ overview: DayOverview) throws {
        id = overview.date.description
        date = overview.date
        plans = try overview.plans.map { try DayPlanAnswer($0, on: overview.date) }
        crews = overview.routes.map { CrewDayAnswer($0) }
    }
}
