import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks outage reschedule`: other hours or another area.
struct RescheduleOutage: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "reschedule", abstract: OutageHelp.reschedule, discussion: OutageHelp.rescheduleMore)

    @OptionGroup var step: OutageStepOptions

    @Option(help: ArgumentHelp(OutageHelp.newFrom, valueName: "time"))
    var from: AnnouncedTime?

    @Option(help: ArgumentHelp(OutageHelp.newUntil, valueName: "time"))
    var until: AnnouncedTime?

    @OptionGroup var place: OutageAreaOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard from != nil || until != nil || !place.area.isEmpty else {
            throw ValidationError(.oneIsNeeded(["--from", "--until", "--node", "--building", "--account"]))
        }
    }

    func run(in context: CommandContext) async throws {
        let (report, zone) = try await context.withDatabase { database in
            let zone = database.installation.timeZone
            let (starts, ends) = (try from?.instant(in: zone), try until?.instant(in: zone))
            let command = step.commandID()
            try await database.write("outage reschedule") { connection in
                let before = try await Outage.named(step.outage, on: connection)
                _ = try await OutageCourse(on: connection).reschedule(
                    step.outage, from: starts ?? before.starts, until: ends ?? before.ends,
                    area: place.area.isEmpty ? nil : place.area, as: command)
            }
            return (try await OutageReport.run(step.outage, untold: 0, in: database), zone)
        }
        let answer = OutageReportAnswer(report)
        try context.answer(
            answer,
            saying: .outageRescheduled(
                step.outage, from: zone.minuteText(of: answer.startsAt), until: zone.minuteText(of: answer.endsAt)))
        if context.format == .table {
            for phrase in answer.warnings(in: zone) { try context.say(phrase) }
        }
    }
}
