package import FoundationEssentials
package import GasService
package import PostgresClient

/// A district's horizon plan on its way into the database: staged by COPY, then saved if nobody was first.
package struct StagedHorizonPlan: Sendable {
    /// One building on one day.
    package struct Campaign: Sendable {
        /// The building.
        package let building: BuildingID
        /// The day.
        package let date: CalendarDate
        /// 1 for first visits.
        package let round: Int16
        /// Minutes of work that are expected.
        package let minutes: Int32
        /// Of a revisit, the first visit's campaign.
        package let first: First?

        /// Describes a campaign.
        package init(building: BuildingID, date: CalendarDate, round: Int16, minutes: Int32, first: First?) {
            self.building = building
            self.date = date
            self.round = round
            self.minutes = minutes
            self.first = first
        }
    }

    /// The campaign that a revisit follows.
    package enum First: Sendable, Hashable {
        /// One of this plan, by its number.
        case here(Int32)
        /// One of an earlier plan, which stayed.
        case earlier(planVersion: Int32, campaign: Int32)
    }

    /// A household of a first visit.
    package struct Household: Sendable {
        /// The campaign's number: its place in the list, from 1.
        package let campaign: Int32
        /// The household.
        package let account: AccountNumber
        /// Its deadline, as it was planned.
        package let deadline: CalendarDate

        /// Describes a household's place.
        package init(campaign: Int32, account: AccountNumber, deadline: CalendarDate) {
            self.campaign = campaign
            self.account = account
            self.deadline = deadline
        }
    }

    /// The district.
    package let district: DistrictID
    /// The version that the planner had before it; 0 for none.
    package let baseVersion: Int32
    /// The first day that was planned.
    package let from: CalendarDate
    /// The last day.
    package let until: CalendarDate
    /// The campaigns; their numbers are their places, from 1.
    package let campaigns: [Campaign]
    /// The households of first visits.
    package let households: [Household]
    /// What is to be said about the plan, as JSON.
    package let summary: String

    /// Describes a plan.
    package init(
        district: DistrictID, baseVersion: Int32, from: CalendarDate, until: CalendarDate, campaigns: [Campaign],
        households: [Household], summary: String
    ) {
        self.district = district
        self.baseVersion = baseVersion
        self.from = from
        self.until = until
        self.campaigns = campaigns
        self.households = households
        self.summary = summary
    }

    /// What became of a saved plan.
    package struct Saved: Sendable, Hashable {
        /// Its version.
        package let version: Int32
        /// Campaigns of earlier plans that made way.
        package let replaced: Int
    }

    /// Saves the plan in the transaction that is open on a connection.
    ///
    /// - Throws: `PostgresError`; the schema refuses with `plan_conflict` when another plan came first, and with
    ///   `day_frozen` when a day was published meanwhile.
    nonisolated(nonsending) package func save(
        as command: UUID, on connection: PostgresConnection
    ) async throws -> Saved {
        try await connection.execute("SELECT begin_horizon_plan()")
        let columns = ["campaign_no", "building_id", "planned_date", "round", "minutes", "first_version", "first_no"]
        try await connection.copyIn(into: "pg_temp.staged_campaign", columns: columns, format: .binary) { writer in
            for (place, one) in campaigns.enumerated() {
                let first: (version: Int32?, number: Int32?) =
                    switch one.first {
                    case nil: (nil, nil)
                    case .here(let number): (nil, number)
                    case .earlier(let version, let number): (version, number)
                    }
                try await writer.write(
                    row: Int32(place + 1), one.building, one.date, one.round, one.minutes, first.version, first.number)
            }
        }
        try await connection.copyIn(
            into: "pg_temp.staged_campaign_household", columns: ["campaign_no", "account_no", "deadline"],
            format: .binary
        ) { writer in
            for one in households { try await writer.write(row: one.campaign, one.account, one.deadline) }
        }
        let (version, replaced) = try await connection.queryOne(
            """
            SELECT (answer ->> 'version')::integer, (answer ->> 'replaced')::bigint
            FROM save_horizon_plan(\(command), \(district), \(baseVersion), \(from), \(until), \(summary)::text::json)
                AS answer
            """,
            as: (Int32.self, Int.self))
        return Saved(version: version, replaced: replaced)
    }
}
