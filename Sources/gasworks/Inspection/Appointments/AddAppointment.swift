import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks inspection appointment add`.
struct AddAppointment: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: InspectionHelp.appointmentAdd)

    @Argument(help: ArgumentHelp(HouseholdHelp.account))
    var account: AccountNumber

    @Option(help: ArgumentHelp(InspectionHelp.appointmentFrom, valueName: "time"))
    var from: TimeArgument

    @Option(help: ArgumentHelp(InspectionHelp.appointmentBy, valueName: "time"))
    var until: TimeArgument

    @Option(help: ArgumentHelp(InspectionHelp.appointmentNote))
    var note: String?

    @OptionGroup var repeatable: CommandIDOption
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let zone = database.installation.timeZone
            let starts = try from.instant(in: zone, sameDayAs: nil)
            let ends = try until.instant(in: zone, sameDayAs: zone.date(of: starts))
            guard ends > starts else {
                throw GasworksError.invalidValue(
                    name: "--until", value: zone.minuteText(of: ends), expected: "> \(zone.minuteText(of: starts))")
            }
            let command = repeatable.id()
            let id = try await database.write("inspection appointment add") {
                try await Appointment.agree(with: account, from: starts, until: ends, note: note, as: command, on: $0)
            }
            let made = Appointment(id: id, account: account, from: starts, until: ends, note: note, state: "agreed")
            try context.answer(
                AppointmentAnswer(made),
                saying: .appointmentMade(
                    id, with: account, from: zone.minuteText(of: starts), until: zone.minuteText(of: ends)))
        }
    }
}
