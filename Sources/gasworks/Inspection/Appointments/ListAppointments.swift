import Archive
import ArgumentParser
import GasService
import Presentation

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
            try await database.demand(district)
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
