import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks fault board`: what is open, the least time left first.
struct ShowBoard: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "board", abstract: FaultHelp.board)

    @Option(help: ArgumentHelp(FaultHelp.district))
    var district: DistrictID?

    @Flag(help: ArgumentHelp(FaultHelp.watch))
    var watch = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            try await show(try await ReadFaults.board(of: district, in: database), database, context)
            guard watch else { return }
            for await _ in FaultChanges.stream(in: database, atLeastEvery: .seconds(20)) {
                try await show(try await ReadFaults.board(of: district, in: database), database, context)
            }
        }
    }

    private func show(_ board: ReadFaults.Board, _ database: GasworksDatabase, _ context: CommandContext) async throws {
        let zone = database.installation.timeZone
        let rows = board.faults.map { FaultAnswer($0, at: board.now) }
        guard context.format == .table else {
            return try context.answer(rows, as: Self.listing(board.now, zone))
        }
        if watch, StandardStream.output.isTerminal { try StandardStream.output.write("\u{1B}[H\u{1B}[2J") }
        if rows.isEmpty { return try context.say(.noOpenFaults) }
        try context.answer(rows, as: Self.listing(board.now, zone))
    }

    private static func listing(_ now: Instant, _ zone: UtilityTimeZone) -> Listing<FaultAnswer> {
        @Sendable func next(_ fault: FaultAnswer) -> SLADeadlineAnswer? {
            fault.deadlines.filter { $0.netMinutesLeft != nil }.min { $0.due < $1.due }
        }
        return Listing([
            Column("id", .faultNumber) { .text($0.id.text) },
            Column("severity", .severity) { .phrase(Phrase($0.severity)) },
            Column("state", .state) { .phrase(Phrase(faultState: $0.state)) },
            Column("place", .faultPlace, isFlexible: true) { .text($0.place) },
            Column("milestone", .nextMilestone) { next($0).map { .phrase(Phrase($0.milestone)) } ?? .empty },
            Column("due", .dueBy) { next($0).map { .instant($0.due, zone) } ?? .empty },
            Column("net", .netLeft, .trailing) {
                next($0).flatMap(\.netMinutesLeft).map { .phrase(.span(microseconds: $0 * 60_000_000)) } ?? .empty
            },
            Column("wall", .wallLeft, .trailing) {
                next($0).flatMap(\.wallMinutesLeft).map { .phrase(.span(microseconds: $0 * 60_000_000)) } ?? .empty
            },
            Column("crew_id", .crew) { .optional($0.crewID?.text) },
            Column("promised_at", .promised) { $0.promisedAt.map { .instant($0, zone) } ?? .empty },
        ])
    }
}
