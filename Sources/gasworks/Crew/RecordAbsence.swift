import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks crew absent`: a crew is away from a day to a day.
struct RecordAbsence: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "absent", abstract: CrewHelp.absent)

    @Argument(help: ArgumentHelp(CrewHelp.crew))
    var crew: CrewID

    @Option(help: ArgumentHelp(CrewHelp.absentFrom, valueName: "date"))
    var from: CalendarDate

    @Option(help: ArgumentHelp(CrewHelp.absentUntil, valueName: "date"))
    var until: CalendarDate

    @Option(help: ArgumentHelp(CrewHelp.absentReason))
    var reason: String?

    @OptionGroup var repeatable: CommandIDOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard from <= until else { throw ValidationError(.optionsOutOfOrder("--from", "--until")) }
    }

    func run(in context: CommandContext) async throws {
        let absence = CrewAbsence(crew: crew, from: from, until: until)
        try await context.withDatabase { database in
            let command = repeatable.id()
            try await database.write("crew absent") {
                try await absence.store(as: command, because: reason, on: $0)
            }
        }
        try context.answer(
            AbsenceAnswer(id: crew, from: from, until: until), saying: .absent(crew, from: from, until: until))
    }
}

/// An absence that was stored.
struct AbsenceAnswer: Encodable {
    /// The crew.
    let id: CrewID
    let from: CalendarDate
    let until: CalendarDate
}
