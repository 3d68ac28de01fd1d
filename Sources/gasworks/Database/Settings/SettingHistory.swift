import GasService
import Presentation

/// One value of a setting and since when it holds.
struct SettingVersion: Encodable, Sendable {
    /// The setting's name: what a command that made this version answers with.
    let id: String
    let district: DistrictID
    let validFrom: CalendarDate?
    let value: SettingValue

    init(_ stored: StoredSetting) {
        (id, district, validFrom, value) = (stored.name, stored.district, stored.validFrom, stored.value)
    }

    /// The default, which holds where and when nothing else does.
    init(_ definition: SettingDefinition) {
        (id, district, validFrom, value) = (definition.name, .company, nil, definition.defaultValue)
    }

    static let listing = Listing<SettingVersion>([
        Column("district", .district) { $0.district.isCompany ? .phrase(.allDistricts) : .text($0.district.text) },
        Column("valid_from", .validFrom) { $0.validFrom.map { .date($0) } ?? .phrase(.byDefault) },
        Column("value", .value, .trailing) { .text("\($0.value)") },
    ])
}

/// A setting and all its values.
struct SettingHistory: Encodable, Sendable {
    let setting: SettingRow
    let versions: [SettingVersion]
}
