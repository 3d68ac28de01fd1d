import ArgumentParser
import Presentation

/// `gasworks inspection appointment`: times agreed with customers.
struct AppointmentCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appointment",
        abstract: InspectionHelp.appointment,
        subcommands: [AddAppointment.self, ListAppointments.self, CancelAppointment.self])
}
