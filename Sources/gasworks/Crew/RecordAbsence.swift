import Archive
import ArgumentParser
import Foundation
import GasService
import Presentation

/// `gasworks crew absent`: a crew is away from a day to a day.
struct RecordAbsence: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "absent", abstract: "Record that a crew is away, from a day to a day.")

    @Argument(help: "The crew.")
    var crew: CrewID

    @Option(help: "The first day away.")
    var from: CalendarDate

    @Option(help: "The last day away.")
    var until: CalendarDate

    @Option(help: "Why; kept beside the archive, not in it.")
    var reason: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard from <= until else { throw ValidationError("--until must not be before --from.") }
    }

    func run(in context: CommandContext) async throws {
        let absence = CrewAbsence(crew: crew, from: from, until: until)
        try await context.withDatabase { database in
            let command = UUID()
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
