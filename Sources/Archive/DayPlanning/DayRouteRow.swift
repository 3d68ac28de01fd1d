import FoundationEssentials
package import GasService
package import PostgresClient

/// One job of a day's routes with its stop and its route, as `gasworks.day_routes` tells it.
package struct DayRouteRow: Sendable {
    package let district: DistrictID
    package let version: Int32
    package let madeAt: Instant
    package let crew: CrewID
    package let crewName: String
    package let crewDistrict: DistrictID
    package let depotLatitude: Double
    package let depotLongitude: Double
    package let departsAt: Instant
    package let returnsAt: Instant
    package let meters: Int32
    package let travelSeconds: Int32
    package let serviceSeconds: Int32
    package let waitingSeconds: Int32
    package let breaks: [DraftDay.Break]
    package let sequence: Int16
    package let building: BuildingID
    package let address: String
    package let latitude: Double
    package let longitude: Double
    package let arrival: Instant
    package let departure: Instant
    package let job: JobID
    package let kind: String
    package let state: String
    package let result: String?
    package let reason: String?
    package let account: AccountNumber?
    package let customerClass: CustomerClass?
    package let unit: String?
    package let floor: String?
    package let deadline: CalendarDate?
    package let agreed: DayCandidate.AgreedSpan?

    /// The day's routes in one statement, by crew and arrival: each district's old version or its new one, never both.
    ///
    /// - Parameters:
    ///   - date: the day.
    ///   - crew: one crew, or all.
    ///   - district: one district, or all.
    ///   - draft: the latest version instead of the published one; for the office only.
    ///   - connection: any role's; a crew's sees its own route of today.
    /// - Returns: one row a job.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        on date: CalendarDate, crew: CrewID?, district: DistrictID? = nil, draft: Bool = false,
        by connection: PostgresConnection
    ) async throws -> [DayRouteRow] {
        try await connection.query(
            "SELECT * FROM day_routes(\(date), \(crew), \(district), \(draft))"
        ).map { try DayRouteRow($0) }
    }

    private init(_ row: PostgresRow) throws {
        let number: Int64
        let breaks: String
        let from: Instant?
        let until: Instant?
        (
            district, version, madeAt, crew, crewName, crewDistrict, depotLatitude, depotLongitude, departsAt,
            returnsAt,
            meters, travelSeconds, serviceSeconds, waitingSeconds, breaks, sequence, building, address, latitude,
            longitude, arrival, departure, number, kind, state, result, reason, account, customerClass, unit, floor,
            deadline, from, until
        ) = try row.decode(
            (
                DistrictID.self, Int32.self, Instant.self, CrewID.self, String.self, DistrictID.self, Double.self,
                Double.self, Instant.self, Instant.self, Int32.self, Int32.self, Int32.self, Int32.self, String.self,
                Int16.self, BuildingID.self, String.self, Double.self, Double.self, Instant.self, Instant.self,
                Int64.self, String.self, String.self, String?.self, String?.self, AccountNumber?.self,
                CustomerClass?.self, String?.self, String?.self, CalendarDate?.self, Instant?.self, Instant?.self
            ))
        guard let job = JobID(district: district, number: number) else {
            throw GasworksError.unexpected(sqlState: "", message: "job \(district)-\(number)")
        }
        self.job = job
        self.breaks =
            breaks == "[]" ? [] : try JSONDecoder().decode([DraftDay.Break].self, from: Data(breaks.utf8))
        agreed = from.flatMap { from in until.map { DayCandidate.AgreedSpan(from: from, until: $0) } }
    }
}
