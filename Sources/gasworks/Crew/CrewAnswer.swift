import Archive
import GasService
import Presentation

/// A crew as commands answer it.
struct CrewAnswer: Encodable, Sendable {
    let crewID: CrewID
    let name: String
    /// Left out for a crew that serves every district.
    let district: DistrictID?
    let depotLatitude: Double
    let depotLongitude: Double
    let shiftStart: String
    let shiftEnd: String
    let certificates: [Certificate]
    let absences: [Absence]

    struct Certificate: Encodable, Sendable {
        let skill: String
        let validUntil: CalendarDate?
    }

    struct Absence: Encodable, Sendable {
        let from: CalendarDate
        let until: CalendarDate
    }

    init(_ crew: CrewRecord) {
        (crewID, name) = (crew.crew, crew.name)
        district = crew.district.isCompany ? nil : crew.district
        (depotLatitude, depotLongitude) = (crew.depotLatitude, crew.depotLongitude)
        (shiftStart, shiftEnd) = (Self.clock(crew.shiftStart), Self.clock(crew.shiftEnd))
        certificates = crew.certificates.map { Certificate(skill: $0.skill, validUntil: $0.validUntil) }
        absences = crew.absences.map { Absence(from: $0.from, until: $0.until) }
    }

    private enum CodingKeys: String, CodingKey {
        case crewID = "crew_id"
        case name
        case district
        case depotLatitude
        case depotLongitude
        case shiftStart
        case shiftEnd
        case certificates
        case absences
    }

    /// Minutes as `HH:MM`; a shift into the next day ends at `+HH:MM`.
    private static func clock(_ minutes: Int) -> String {
        if let time = LocalMinute(minutes: minutes) { return time.description }
        return LocalMinute(minutes: minutes - 1440).map { "+\($0)" } ?? "\(minutes)"
    }

    static let listing = Listing<CrewAnswer>([
        Column("crew_id", .crew) { .text($0.crewID.text) },
        Column("name", .name, isFlexible: true) { .text($0.name) },
        Column("district", .district) { $0.district.map { .text($0.text) } ?? .phrase(.allDistricts) },
        Column("shift_start", .shift) { .text($0.shiftStart) },
        Column("shift_end", .shiftEnd) { .text($0.shiftEnd) },
        Column("skills", .skills) { crew in
            .phrase(
                .certificates(crew.certificates.map { (skill: Phrase(skill: $0.skill), until: $0.validUntil) }))
        },
        Column("absences", .absences) { crew in
            crew.absences.isEmpty
                ? .empty : .text(crew.absences.map { "\($0.from)…\($0.until)" }.joined(separator: "; "))
        },
    ])
}
