import GasService

/// The columns of `crews.csv`, in the order in which they are written.
package enum CrewColumn: Int, CaseIterable, Sendable {
    /// The crew's code.
    case crew
    /// The name by which people know it.
    case name
    /// The district it serves; empty for a crew that serves all of them.
    case district
    /// Degrees north of the depot.
    case depotLatitude
    /// Degrees east of the depot.
    case depotLongitude
    /// When the shift starts, local time.
    case shiftStart
    /// When the shift ends, local time: at an earlier time than the start on the next day, and at `24:00` at midnight.
    case shiftEnd
    /// What the crew is certified for, parted by `;`.
    case skills

    /// What the column must look like.
    package var column: ImportColumn {
        switch self {
        case .crew: ImportColumn("crew_id", isRequired: true, longest: CrewID.longest)
        case .name: ImportColumn("name", isRequired: true, longest: 200)
        case .district: ImportColumn("district", longest: DistrictID.longest)
        case .depotLatitude: ImportColumn("depot_latitude", isRequired: true, longest: 24)
        case .depotLongitude: ImportColumn("depot_longitude", isRequired: true, longest: 24)
        case .shiftStart: ImportColumn("shift_start", isRequired: true, longest: 5)
        case .shiftEnd: ImportColumn("shift_end", isRequired: true, longest: 5)
        case .skills: ImportColumn("skills", isRequired: true, longest: 200)
        }
    }

    /// All columns as a file must have them.
    package static let columns = allCases.map(\.column)
}
