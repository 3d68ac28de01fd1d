import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks crew standby`: a crew is on call outside its shift.
struct RecordStandby: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "standby", abstract: FaultHelp.standby)

    @Argument(help: ArgumentHelp(CrewHelp.crew))
    var crew: CrewID

    @Option(help: ArgumentHelp(CrewHelp.absentFrom, valueName: "time"))
    var from: AnnouncedTime

    @Option(help: ArgumentHelp(CrewHelp.absentUntil, valueName: "time"))
    var until: AnnouncedTime

    @Option(help: ArgumentHelp(FaultHelp.standbyMinutes))
    var minutes = 30

    @OptionGroup var repeatable: CommandIDOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let limits = 0...240
        guard limits.contains(minutes) else { throw ValidationError(.optionOutOfRange("--minutes", limits)) }
    }

    func run(in context: CommandContext) async throws {
        let (answer, zone) = try await context.withDatabase { database in
            let zone = database.installation.timeZone
            let (starts, ends) = (try from.instant(in: zone), try until.instant(in: zone))
            guard starts < ends else {
                throw GasworksError.invalidValue(name: "--until", value: ends.description, expected: "> \(starts)")
            }
            let standby = CrewStandby(crew: crew, from: starts, until: ends, minutes: minutes)
            let command = repeatable.id()
            try await database.write("crew standby") { try await standby.record(as: command, by: $0) }
            return (Answer(id: crew, from: starts, until: ends, minutes: minutes), zone)
        }
        try context.answer(
            answer,
            saying: .onCall(crew, from: zone.minuteText(of: answer.from), until: zone.minuteText(of: answer.until)))
    }

    private struct Answer: Encodable, Sendable {
        let id: CrewID
        let from: Instant
        let until: Instant
        let minutes: Int
    }
}
