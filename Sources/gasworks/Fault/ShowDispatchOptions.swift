import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks fault options`: who could go, and at whose cost.
struct ShowDispatchOptions: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "options", abstract: FaultHelp.options)

    @Argument(help: ArgumentHelp(FaultHelp.fault))
    var fault: FaultID

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (rows, zone) = try await context.withDatabase { database in
            let found = try await DispatchFault.options(for: fault, in: database)
            return (found.options.map { DispatchAnswer($0) }, database.installation.timeZone)
        }
        try context.answer(
            rows,
            as: Listing([
                Column("crew_id", .crew) { .text($0.crewID.text) },
                Column("arrival", .arrival) { .instant($0.arrival, zone) },
                Column("minutes_late", .late, .trailing) { $0.minutesLate.map { .integer($0) } ?? .empty },
                Column("delays", .delays, .trailing) { .integer($0.delays.count) },
                Column("broken", .brokenPromises) { .text($0.broken.map(\.job.text).joined(separator: " ")) },
                Column("displaced", .offDay, isFlexible: true) {
                    .text($0.displaced.map(\.text).joined(separator: " "))
                },
            ]))
    }
}

/// `gasworks fault dispatch`: sends a crew.
struct DispatchFaultCommand: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "dispatch", abstract: FaultHelp.dispatch)

    @OptionGroup var step: FaultStepOptions

    @Option(help: ArgumentHelp(FaultHelp.crew))
    var crew: CrewID?

    @Flag(help: ArgumentHelp(FaultHelp.breakPromises))
    var breakPromises = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (answer, zone) = try await context.withDatabase { database in
            let sent = try await DispatchFault.send(
                to: step.fault, crew: crew, mayBreakPromises: breakPromises, command: step.repeatable.id(), in: database
            )
            return (DispatchAnswer(sent), database.installation.timeZone)
        }
        let sentences = answer.sentences(in: zone)
        try context.answer(answer, saying: sentences[0])
        if context.format == .table { for phrase in sentences.dropFirst() { try context.say(phrase) } }
    }
}
