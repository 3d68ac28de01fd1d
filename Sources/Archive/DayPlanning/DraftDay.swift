package import FoundationEssentials
package import GasService
package import PostgresClient

/// A district's day as it was planned, to be saved as its next version.
package struct DraftDay: Sendable {
    /// The district.
    package let district: DistrictID
    /// The version that the planner had before it; 0 for none.
    package let baseVersion: Int32
    /// The routes and what is to be said about them.
    package let plan: Plan

    /// The form in which `gasworks.save_day_plan` takes a plan.
    package struct Plan: Sendable, Encodable {
        /// What is to be said about the plan.
        package let summary: DaySummary
        /// The routes of the crews that go out.
        package let routes: [Route]

        /// Gathers a plan.
        package init(summary: DaySummary, routes: [Route]) {
            self.summary = summary
            self.routes = routes
        }
    }

    /// A crew's stops in the district.
    package struct Route: Sendable, Encodable {
        package var crewID: CrewID
        package var departsAt: Instant
        package var returnsAt: Instant
        package var meters: Int
        package var travelSeconds: Int
        package var serviceSeconds: Int
        package var waitingSeconds: Int
        package var breaks: [Break]
        package var stops: [Stop]

        /// Gathers a route.
        package init(
            crewID: CrewID, departsAt: Instant, returnsAt: Instant, meters: Int, travelSeconds: Int,
            serviceSeconds: Int, waitingSeconds: Int, breaks: [Break], stops: [Stop]
        ) {
            self.crewID = crewID
            self.departsAt = departsAt
            self.returnsAt = returnsAt
            self.meters = meters
            self.travelSeconds = travelSeconds
            self.serviceSeconds = serviceSeconds
            self.waitingSeconds = waitingSeconds
            self.breaks = breaks
            self.stops = stops
        }

        enum CodingKeys: String, CodingKey {
            case crewID = "crew_id"
            case departsAt = "departs_at"
            case returnsAt = "returns_at"
            case meters
            case travelSeconds = "travel_seconds"
            case serviceSeconds = "service_seconds"
            case waitingSeconds = "waiting_seconds"
            case breaks
            case stops
        }
    }

    /// A rest of a crew.
    package struct Break: Sendable, Codable, Hashable {
        package let startsAt: Instant
        package let endsAt: Instant

        /// A rest from one instant to another.
        package init(startsAt: Instant, endsAt: Instant) {
            self.startsAt = startsAt
            self.endsAt = endsAt
        }

        enum CodingKeys: String, CodingKey {
            case startsAt = "starts_at"
            case endsAt = "ends_at"
        }
    }

    /// A halt at a building.
    package struct Stop: Sendable, Encodable {
        package var sequence: Int
        package var buildingID: BuildingID
        package var address: String
        package var latitude: Double
        package var longitude: Double
        package var arrival: Instant
        package var departure: Instant
        package var jobs: [Job]

        /// Gathers a stop.
        package init(
            sequence: Int, buildingID: BuildingID, address: String, latitude: Double, longitude: Double,
            arrival: Instant, departure: Instant, jobs: [Job]
        ) {
            self.sequence = sequence
            self.buildingID = buildingID
            self.address = address
            self.latitude = latitude
            self.longitude = longitude
            self.arrival = arrival
            self.departure = departure
            self.jobs = jobs
        }

        enum CodingKeys: String, CodingKey {
            case sequence
            case buildingID = "building_id"
            case address
            case latitude
            case longitude
            case arrival
            case departure
            case jobs
        }
    }

    /// A visit: one to be proposed, one that exists, or a fault.
    package enum Job: Sendable, Encodable {
        /// A visit to be proposed, and why.
        case proposed(AccountNumber, VisitReason)
        /// A job that the day has already.
        case existing(JobID)
        /// A fault that gets a job.
        case fault(FaultID)

        /// Writes the household with the reason, or the job's or the fault's number.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            switch self {
            case .proposed(let account, let reason):
                try container.encode(account, forKey: .account)
                try container.encode(reason.jobKind, forKey: .kind)
                try container.encode(reason, forKey: .reason)
            case .existing(let job): try container.encode(job.number, forKey: .number)
            case .fault(let fault): try container.encode(fault.number, forKey: .fault)
            }
        }

        private enum Key: String, CodingKey {
            case account = "account_no"
            case kind
            case reason
            case number = "job_no"
            case fault = "fault_no"
        }
    }

    /// Gathers a draft.
    package init(district: DistrictID, baseVersion: Int32, plan: Plan) {
        self.district = district
        self.baseVersion = baseVersion
        self.plan = plan
    }

    /// Saves the draft as the day's next version.
    ///
    /// - Returns: The version.
    /// - Throws: `PostgresError`; the schema refuses with `plan_conflict` when another version came first.
    nonisolated(nonsending) package func save(
        on date: CalendarDate, as command: UUID, by connection: PostgresConnection
    ) async throws -> Int32 {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(plan), as: UTF8.self)
        return try await connection.queryOne(
            """
            SELECT (save_day_plan(\(command), \(district), \(date), \(baseVersion), \(PostgresJSONText(text: text)))
                    ->> 'version')::integer
            """,
            as: (Int32.self))
    }
}
