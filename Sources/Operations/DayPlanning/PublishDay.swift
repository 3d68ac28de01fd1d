package import Archive
package import Foundation
package import GasService
import PostgresClient

/// Publishes a day: what was drafted last becomes what crews see, in all districts at one instant.
package enum PublishDay {
    /// What became of a district's day.
    package struct Outcome: Sendable, Hashable {
        /// The district.
        package let district: DistrictID
        /// The version that crews see.
        package let version: Int32
        /// What changed; nil when that version had been published before.
        package let publication: DayPublication?
    }

    /// Publishes the latest version of one district, or of all that have a draft.
    ///
    /// - Throws: `GasworksError`: `nothingPlanned`, `dayInPast`, `planConflict` when somebody published or planned
    ///   meanwhile, `missingCertificate`.
    nonisolated(nonsending) package static func run(
        _ date: CalendarDate, district: DistrictID? = nil, command: UUID = UUID(), in database: GasworksDatabase
    ) async throws -> [Outcome] {
        let heads = try await database.read { try await DayHead.all(on: date, by: $0) }
        if let district, !heads.contains(where: { $0.district == district }) {
            throw GasworksError.unknownDistrict(district.text)
        }
        let planned = heads.filter { (district == nil || $0.district == district) && $0.latestVersion > 0 }
        guard !planned.isEmpty else { throw GasworksError.nothingPlanned(date: date, district: district) }
        let changed = planned.filter { $0.publishedVersion != $0.latestVersion }.map(\.district)
        return try await database.write("route publish") { connection in
            var outcomes: [Outcome] = []
            for head in planned {
                var publication: DayPublication?
                if head.publishedVersion != head.latestVersion {
                    publication = try await DayPublication.publish(
                        head.latestVersion, of: head.district, together: changed, on: date, as: command, by: connection)
                }
                outcomes.append(
                    Outcome(district: head.district, version: head.latestVersion, publication: publication))
            }
            return outcomes
        }
    }
}
