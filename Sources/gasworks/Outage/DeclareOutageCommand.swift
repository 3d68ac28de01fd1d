import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks outage declare`: gas is to go off.
struct DeclareOutageCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare", abstract: OutageHelp.declare, discussion: OutageHelp.declareMore)

    @OptionGroup var place: OutageAreaOptions

    @Option(help: ArgumentHelp(OutageHelp.from, valueName: "time"))
    var from: AnnouncedTime

    @Option(help: ArgumentHelp(OutageHelp.until, valueName: "time"))
    var until: AnnouncedTime

    @Option(help: ArgumentHelp(OutageHelp.reason))
    var reason: String

    @Flag(help: ArgumentHelp(OutageHelp.emergency))
    var emergency = false

    @Flag(help: ArgumentHelp(OutageHelp.notifyAtOnce))
    var notify = false

    @OptionGroup var repeatable: CommandIDOption
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        guard !place.area.isEmpty else { throw GasworksError.outageRefused(.nobodyAffected) }
        let (outcome, zone) = try await context.withDatabase { database in
            let zone = database.installation.timeZone
            let declaration = OutageCourse.Declaration(
                area: place.area, starts: try from.instant(in: zone), ends: try until.instant(in: zone), reason: reason,
                isEmergency: emergency, announcesAtOnce: notify)
            let outcome = try await DeclareOutage.run(declaration, command: repeatable.id(), in: database)
            return (outcome, zone)
        }
        let answer = OutageReportAnswer(outcome.report)
        try context.answer(
            answer,
            saying: .outageDeclared(
                outcome.answer.id, affected: outcome.answer.affected, queued: outcome.answer.queued))
        if context.format == .table {
            for phrase in answer.warnings(in: zone) { try context.say(phrase) }
        }
    }
}
