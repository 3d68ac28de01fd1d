import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks inspection appointment cancel`.
struct CancelAppointment: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: InspectionHelp.appointmentCancel)

    @Argument(help: ArgumentHelp(InspectionHelp.appointmentID, valueName: "appointment"))
    var id: AppointmentID

    @OptionGroup var repeatable: CommandIDOption
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let command = repeatable.id()
            try await database.write("inspection appointment cancel") {
                try await Appointment.cancel(id, as: command, on: $0)
            }
        }
        try context.answer(["id": id.text, "state": "cancelled"], saying: .appointmentCancelled(id))
    }
}
