package import Archive
package import Foundation
package import GasService
import PostgresClient

/// What an authority is told of an outage above the thresholds: who is without gas, who is there to help, and by when gas is back.
package struct ContingencyReport: Sendable {
    /// The outage.
    package let outage: Outage
    /// Where, by the names of nodes and buildings; nil where single households were declared.
    package let area: String?
    /// Its hours.
    package let span: OutageSpan
    /// How it compares with the thresholds.
    package let demand: ContingencyDemand
    /// The buildings, without names and contacts.
    package let buildings: [AffectedBuilding]
    /// The crews of the districts touched, and those that serve all, as far as they are not away on the day.
    package let crews: [CrewRecord]
    /// The way back.
    package let restoration: RestorationPlan
    /// When this was read.
    package let asOf: Instant

    /// Reads the report of an outage in one snapshot.
    ///
    /// - Throws: `GasworksError.unknownOutage`.
    nonisolated(nonsending) package static func read(
        _ id: OutageID, in database: GasworksDatabase
    ) async throws -> ContingencyReport {
        let zone = database.installation.timeZone
        return try await database.snapshot { connection in
            let outage = try await Outage.named(id, on: connection)
            let terms = try await AnnouncedTerms.read(id, by: connection)
            let asOf = try await connection.present()
            let districts = try await Outage.districts(of: id, on: connection)
            let stored = try await StoredSetting.all(on: connection)
            let day = zone.date(of: terms.span.start)
            func settings(_ district: DistrictID) -> Settings { Settings(stored: stored, district: district, on: day) }
            let buildings = try await AffectedBuilding.all(of: id, by: connection)
            let crews = try await CrewRecord.all(on: connection).filter { crew in
                (crew.district.isCompany || districts.contains(crew.district))
                    && !crew.absences.contains { ($0.from...$0.until).contains(day) }
            }
            return ContingencyReport(
                outage: outage, area: terms.area, span: terms.span,
                demand: ContingencyDemand(
                    span: terms.span, households: outage.households, settings: districts.map(settings)),
                buildings: buildings, crews: crews,
                restoration: RestorationPlan(
                    buildings.map(RestorationPlan.Building.init), crews: crews.filter { !$0.standsBy }.count,
                    start: terms.span.end, minutesPerHousehold: settings(.company)[.lightMinutes],
                    hours: { RestorationHours(settings: settings($0), zone: zone) }),
                asOf: asOf)
        }
    }

    /// Records that the report was written, by the SHA-256 of its file in hexadecimal.
    ///
    /// - Throws: `GasworksError.unknownOutage`.
    nonisolated(nonsending) package func record(
        digest: String, command: UUID = UUID(), in database: GasworksDatabase
    ) async throws {
        try await database.write("outage report") { connection in
            try await OutageCourse(on: connection).recordReport(
                on: outage.id, digest: digest, at: try await connection.present(), as: command)
        }
    }
}

extension RestorationPlan.Building {
    fileprivate init(_ building: AffectedBuilding) {
        self.init(
            district: building.district, address: building.address, households: building.households,
            inCare: building.inCare, hasHomes: building.classes[.residential] != nil)
    }
}
