import Archive
import GasService
import Operations
import Presentation

extension CrewRoute {
    /// A crew's day as it is shown and exported.
    init(_ route: CrewDayRoute, on date: CalendarDate) {
        self.init(
            crewID: route.crew, date: date, version: Int(route.version), district: route.district, name: route.name,
            depot: GeoPoint(latitude: route.depotLatitude, longitude: route.depotLongitude),
            leavesDepot: route.departsAt, returnsToDepot: route.returnsAt,
            breaks: route.breaks.map { RouteBreak(startsAt: $0.startsAt, endsAt: $0.endsAt) }, distance: route.meters,
            stops: route.stops.map { RouteStop($0) })
    }
}

extension RouteStop {
    init(_ stop: CrewDayRoute.Stop) {
        let place = stop.place
        self.init(
            sequence: stop.sequence, arrival: place.arrival, departure: place.departure, address: place.address,
            building: place.building, position: GeoPoint(latitude: place.latitude, longitude: place.longitude),
            jobs: stop.jobs.compactMap { RouteJob($0) })
    }
}

extension RouteJob {
    /// A job of a household; nil for one at a place of the network.
    init?(_ row: DayRouteRow) {
        guard let account = row.account, let customerClass = row.customerClass else { return nil }
        self.init(
            id: row.job, accountNo: account, kind: row.kind, state: row.state, customerClass: customerClass,
            unit: row.unit, floor: row.floor, result: row.result, reason: row.reason.flatMap(VisitReason.init),
            deadline: row.deadline, appointment: row.agreed.map { Appointment(startsAt: $0.from, endsAt: $0.until) })
    }
}

/// One line an overview has for each crew.
struct CrewDayAnswer: Encodable, Sendable {
    let crewID: CrewID
    let name: String
    let districts: [DistrictID]
    let stops: Int
    let jobs: Int
    let leavesDepot: Instant
    let returnsToDepot: Instant
    let breaks: [RouteBreak]
    let travelMinutes: Int
    let serviceMinutes: Int
    let waitingMinutes: Int
    let distanceMetres: Int

    init(_ route: CrewDayRoute) {
        crewID = route.crew
        name = route.name
        districts = route.versions.keys.sorted()
        stops = route.stops.count
        jobs = route.jobCount
        leavesDepot = route.departsAt
        returnsToDepot = route.returnsAt
        breaks = route.breaks.map { RouteBreak(startsAt: $0.startsAt, endsAt: $0.endsAt) }
        travelMinutes = (route.travelSeconds + 30) / 60
        serviceMinutes = (route.serviceSeconds + 30) / 60
        waitingMinutes = (route.waitingSeconds + 30) / 60
        distanceMetres = route.meters
    }

    /// The crews of a day, one a line.
    static func listing(in zone: UtilityTimeZone) -> Listing<CrewDayAnswer> {
        Listing(
            [
                Column("crew_id", .crew) { .text($0.crewID.text) },
                Column("name", .name, isFlexible: true) { .text($0.name) },
                Column("districts", .district, isFlexible: true) {
                    .text($0.districts.map(\.text).joined(separator: " "))
                },
                Column("stops", .stops, .trailing) { .integer($0.stops) },
                Column("jobs", .jobs, .trailing) { .integer($0.jobs) },
                Column("leaves_depot", .leavesDepot) { .text(zone.minute(of: $0.leavesDepot).description) },
                Column("returns_to_depot", .returnsToDepot) { .text(zone.minute(of: $0.returnsToDepot).description) },
                Column("breaks", .breaks) { .text($0.breaks.map { $0.text(in: zone) }.joined(separator: " ")) },
                Column("travel_minutes", .travel, .trailing) { .integer($0.travelMinutes) },
                Column("service_minutes", .service, .trailing) { .integer($0.serviceMinutes) },
                Column("waiting_minutes", .waiting, .trailing) { .integer($0.waitingMinutes) },
                Column("distance_km", .distance, .trailing) { .decimal(Double($0.distanceMetres) / 1000, places: 1) },
            ],
            empty: .noRoutes)
    }
}

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

/// A household that is owed a visit and is in no route.
struct UnassignedRow: Sendable {
    let district: DistrictID
    let unassigned: DaySummary.Unassigned

    static func listing(in zone: UtilityTimeZone) -> Listing<UnassignedRow> {
        Listing([
            Column("district", .district) { .text($0.district.text) },
            Column("account_no", .account) { .text($0.unassigned.accountNo.text) },
            Column("reason", .reason) { .phrase(Phrase($0.unassigned.reason)) },
            Column("deadline", .deadline) { .date($0.unassigned.deadline) },
            Column("cause", .cause, isFlexible: true) { .phrase(Phrase($0.unassigned.cause)) },
            Column("remedy", .remedy, isFlexible: true) {
                $0.unassigned.remedy.map { .phrase(Phrase($0, in: zone)) } ?? .empty
            },
        ])
    }
}

extension CommandContext {
    /// Answers with a day: crews line by line, then whom nobody visits and why.
    func answer(_ overview: DayOverview, zone: UtilityTimeZone) throws {
        let rows = overview.routes.map { CrewDayAnswer($0) }
        guard format == .table else {
            return try answer(rows, json: try DayAnswer(overview), as: CrewDayAnswer.listing(in: zone))
        }
        func say(_ phrase: Phrase) throws {
            try StandardStream.output.write(TerminalText.safe(phrase.text(in: language)) + "\n")
        }
        try say(
            .planned(
                date: overview.date, crews: rows.count, stops: rows.reduce(0) { $0 + $1.stops },
                jobs: rows.reduce(0) { $0 + $1.jobs }))
        try answer(rows, json: JSONValue.null, as: CrewDayAnswer.listing(in: zone))
        let unassigned = overview.plans.flatMap { plan in
            (plan.summary?.unassigned ?? []).map { UnassignedRow(district: plan.district, unassigned: $0) }
        }
        if !unassigned.isEmpty {
            try say(.notPlanned(unassigned.count))
            let rows = Array(unassigned.prefix(20))
            try answer(rows, json: JSONValue.null, as: UnassignedRow.listing(in: zone))
            if unassigned.count > 20 { try say(.andMore(unassigned.count - 20)) }
            let skipped = unassigned.count { $0.unassigned.cause == .notExamined }
            if skipped > 0 { try say(.notExamined(skipped)) }
        }
        let summaries = overview.plans.compactMap(\.summary)
        let left = Phrase.leftOut(
            forTheirDay: summaries.reduce(0) { $0 + $1.leftForTheirDay },
            overdue: summaries.reduce(0) { $0 + $1.overdueLeft },
            awaiting: summaries.reduce(0) { $0 + $1.awaitingOffice })
        if !left.en.isEmpty { try say(left) }
        if overview.plans.contains(where: { $0.state == "draft" }) { try say(.draftHint) }
    }
}
