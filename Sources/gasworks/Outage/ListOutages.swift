import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks outage list`.
struct ListOutages: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: OutageHelp.list)

    @Flag(help: ArgumentHelp(OutageHelp.all))
    var all = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (rows, zone) = try await context.withDatabase { database in
            let found = try await database.read { try await Outage.all(onlyOpen: !all, on: $0) }
            return (found.map { Row($0) }, database.installation.timeZone)
        }
        try context.answer(rows, as: Row.listing(in: zone))
    }

    private struct Row: Encodable, Sendable {
        let id: OutageID
        let state: String
        let emergency: Bool
        let startsAt: Instant
        let endsAt: Instant
        let households: Int
        let reason: String

        init(_ outage: Outage) {
            (id, state, emergency) = (outage.id, outage.state, outage.isEmergency)
            (startsAt, endsAt, households, reason) = (outage.starts, outage.ends, outage.households, outage.reason)
        }

        static func listing(in zone: UtilityTimeZone) -> Listing<Row> {
            Listing([
                Column("id", .outage) { .text($0.id.text) },
                Column("state", .state) { .phrase(Phrase(outageState: $0.state)) },
                Column("emergency", .emergency) { .phrase(.answer($0.emergency)) },
                Column("starts_at", .outageStarts) { .instant($0.startsAt, zone) },
                Column("ends_at", .outageEnds) { .instant($0.endsAt, zone) },
                Column("households", .households, .trailing) { .integer($0.households) },
                Column("reason", .reason, isFlexible: true) { .text($0.reason) },
            ])
        }
    }
}
