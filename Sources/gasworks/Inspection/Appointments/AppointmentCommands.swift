import Archive
import ArgumentParser
import Foundation
import GasService
import Presentation

/// `gasworks inspection appointment`: times agreed with customers.
struct AppointmentCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appointment",
        abstract: InspectionHelp.appointment,
        subcommands: [AddAppointment.self, ListAppointments.self, CancelAppointment.self])
}

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
            let command = UUID()
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

/// `gasworks inspection appointment list`.
struct ListAppointments: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: InspectionHelp.appointmentList)

    @Option(help: ArgumentHelp(GlobalHelp.firstDay, valueName: "date"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp(InspectionHelp.appointmentUntil, valueName: "date"))
    var until: CalendarDate?

    @Option(help: ArgumentHelp(GlobalHelp.onlyDistrict))
    var district: DistrictID?

    @Flag(help: ArgumentHelp(InspectionHelp.appointmentAll))
    var all = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (found, zone) = try await context.withDatabase { database in
            let zone = database.installation.timeZone
            let today = try await database.today()
            let first = from ?? today
            let last = until ?? first.adding(days: 27)
            guard first <= last else {
                throw GasworksError.invalidValue(name: "--until", value: "\(last)", expected: ">= \(first)")
            }
            let span = zone.instant(of: first)..<zone.instant(of: last.adding(days: 1))
            let found = try await database.read {
                try await Appointment.all(within: span, in: district, onlyAgreed: !all, on: $0)
            }
            return (found, zone)
        }
        try context.answer(found.map { AppointmentAnswer($0) }, as: AppointmentAnswer.listing(in: zone))
    }
}

/// `gasworks inspection appointment cancel`.
struct CancelAppointment: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: InspectionHelp.appointmentCancel)

    @Argument(help: ArgumentHelp(InspectionHelp.appointmentID, valueName: "appointment"))
    var id: AppointmentID

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let command = UUID()
            try await database.write("inspection appointment cancel") {
                try await Appointment.cancel(id, as: command, on: $0)
            }
        }
        try context.answer(["id": id.text, "state": "cancelled"], saying: .appointmentCancelled(id))
    }
}
