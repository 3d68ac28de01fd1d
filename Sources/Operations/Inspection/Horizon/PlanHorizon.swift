package import Archive
import FoundationEssentials
import GasService
import PostgresClient

/// Plans which building is inspected on which day over the coming years.
///
/// Everything is read in one snapshot; the plans of all districts are saved in one transaction, each only if no other plan
/// of its district came first. So of two dispatchers who plan at once one result stands, and the other is told.
package struct PlanHorizon: Sendable {
    /// What is being done, for whoever watches.
    package enum Stage: Sendable, Hashable {
        /// A district's obligations are read and planned.
        case planning
        /// Campaigns are written.
        case saving
    }

    private let request: HorizonRequest

    /// Plans a horizon.
    package init(_ request: HorizonRequest) { self.request = request }

    /// Plans and saves.
    ///
    /// - Parameters:
    ///   - database: The company's, as a dispatcher.
    ///   - progress: Told the stage, how many districts are done, and of how many.
    /// - Returns: The report of each district, in their order.
    /// - Throws: `GasworksError`: `planConflict`, `shortage` when the request insists, `emptyDatabase`,
    ///   `unknownDistrict`, `dayInPast`.
    nonisolated(nonsending) package func run(
        in database: GasworksDatabase, progress: (Stage, Int, Int) -> Void = { _, _, _ in }
    ) async throws -> [HorizonReport] {
        let request = request
        let planned = try await database.snapshot { connection in
            let basis = try await HorizonBasis.read(request, on: connection)
            let wanted = basis.districts.filter { request.district == nil || $0.district == request.district }
            var planned: [(report: HorizonReport, staged: StagedHorizonPlan)] = []
            for (place, district) in wanted.enumerated() {
                progress(.planning, place, wanted.count)
                planned.append(try await Self.plan(district, basis: basis, on: connection))
            }
            return planned
        }
        if request.insists { try Self.demandHours(planned.map(\.report)) }
        let command = UUID()
        return try await database.write("inspection plan") { connection in
            var reports: [HorizonReport] = []
            for (place, (report, staged)) in planned.enumerated() {
                progress(.saving, place, planned.count)
                let saved = try await staged.save(as: command, on: connection)
                var report = report
                report.version = Int(saved.version)
                report.replaced = saved.replaced
                reports.append(report)
            }
            return reports
        }
    }

    nonisolated(nonsending) private static func plan(
        _ district: PlanningDistrict, basis: HorizonBasis, on connection: PostgresConnection
    ) async throws -> (HorizonReport, StagedHorizonPlan) {
        let horizon = try await DistrictHorizon.read(district, basis: basis, on: connection)
        let plan = HorizonPlanner(horizon.problem).plan()
        let report = HorizonReport(plan, of: horizon)
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys]
        return (report, horizon.staged(plan, summary: String(decoding: try encoder.encode(report), as: UTF8.self)))
    }

    private static func demandHours(_ reports: [HorizonReport]) throws(GasworksError) {
        for report in reports {
            guard let shortage = report.shortage else { continue }
            throw .shortage(
                district: report.district, from: shortage.from, until: shortage.until,
                missingMinutes: Int((shortage.leastExtraHours * 60).rounded(.up)))
        }
    }
}
