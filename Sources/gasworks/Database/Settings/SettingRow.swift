import GasService
import Presentation

/// A setting as it is listed.
struct SettingRow: Encodable, Sendable {
    let name: String
    let value: SettingValue
    let defaultValue: SettingValue
    let unit: String
    let allowed: String
    let perDistrict: Bool
    let source: String
    private let meaning: Phrase
    private let sourceInWords: Phrase

    init(_ definition: SettingDefinition, value: SettingValue) {
        name = definition.name
        self.value = value
        defaultValue = definition.defaultValue
        unit = definition.unit
        allowed = definition.allowed
        perDistrict = definition.perDistrict
        source = definition.source
        (meaning, sourceInWords) = (.meaning(of: definition), .source(of: definition))
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case value
        case defaultValue = "default"
        case unit
        case allowed
        case perDistrict
        case source
    }

    static let listing = Listing<SettingRow>([
        Column("name", .setting) { .text($0.name) },
        Column("value", .value, .trailing) { .text($0.value.summary) },
        Column("default", .defaultValue, .trailing) { .text($0.defaultValue.summary) },
        Column("unit", .measure) { .phrase(Phrase(unit: $0.unit)) },
        Column("allowed", .allowed) { .text($0.allowed) },
        Column("meaning", .meaning, isFlexible: true) { .phrase($0.meaning) },
    ])

    /// The setting line by line, for whom one alone is shown.
    var sheet: Sheet {
        Sheet([
            (.setting, .text(name)), (.meaning, .phrase(meaning)), (.measure, .phrase(Phrase(unit: unit))),
            (.allowed, .text(allowed)), (.defaultValue, .text("\(defaultValue)")),
            (.perDistrict, .phrase(.answer(perDistrict))), (.source, .phrase(sourceInWords)),
        ])
    }
}
