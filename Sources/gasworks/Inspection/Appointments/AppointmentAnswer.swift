import Archive
import GasService
import Presentation

/// An appointment as commands answer it.
struct AppointmentAnswer: Encodable, Sendable {
    let id: AppointmentID
    let accountNo: AccountNumber
    let district: DistrictID
    let from: Instant
    let until: Instant
    let state: String
    let note: String?

    init(_ appointment: Appointment) {
        (id, accountNo, district) = (appointment.id, appointment.account, appointment.id.district)
        (from, until) = (appointment.from, appointment.until)
        (state, note) = (appointment.state, appointment.note)
    }

    static func listing(in zone: UtilityTimeZone) -> Listing<AppointmentAnswer> {
        Listing([
            Column("id", .appointmentID) { .text($0.id.text) },
            Column("account_no", .account) { .text($0.accountNo.text) },
            Column("from", .from) { .instant($0.from, zone) },
            Column("until", .until) { .instant($0.until, zone) },
            Column("state", .state) { .phrase(Phrase(code: $0.state)) },
            Column("note", .note, isFlexible: true) { .optional($0.note) },
        ])
    }
}
