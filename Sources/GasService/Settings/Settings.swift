/// A value somebody set, as one row of the database.
public struct StoredSetting: Sendable, Hashable {
    /// The district it holds in, or the company.
    public let district: DistrictID
    /// The setting's name.
    public let name: String
    /// The first day on which it holds.
    public let validFrom: CalendarDate
    /// The value.
    public let value: SettingValue

    /// Describes a stored row.
    public init(district: DistrictID, name: String, validFrom: CalendarDate, value: SettingValue) {
        self.district = district
        self.name = name
        self.validFrom = validFrom
        self.value = value
    }
}

/// The settings as they hold in one district on one day.
///
/// A district's own value stands before the company's, the latest that holds by that day before earlier ones, and the
/// default of the catalogue stands where neither was set. So history is judged by the version that held then.
public struct Settings: Sendable, Hashable {
    private var values: [String: SettingValue] = [:]

    /// Every setting at its default.
    public static let standard = Settings()

    private init() {}

    /// Resolves stored rows (of any districts and days, in any order) for one district and day.
    public init(stored: [StoredSetting], district: DistrictID, on date: CalendarDate) {
        var chosen: [String: StoredSetting] = [:]
        for row in stored where row.validFrom <= date && (row.district == district || row.district.isCompany) {
            guard let known = chosen[row.name] else {
                chosen[row.name] = row
                continue
            }
            let closer = !row.district.isCompany && known.district.isCompany
            let sameReach = row.district == known.district
            if closer || (sameReach && row.validFrom >= known.validFrom) { chosen[row.name] = row }
        }
        values = chosen.mapValues(\.value)
    }

    /// The value of a setting.
    public subscript<Value>(setting: Setting<Value>) -> Value {
        values[setting.definition.name].flatMap { Value($0) } ?? setting.standard
    }

    /// The value of a setting known by its definition, for listings.
    public func value(of definition: SettingDefinition) -> SettingValue {
        values[definition.name] ?? definition.defaultValue
    }

    /// These settings with one replaced, for previews and tests.
    public func setting<Value>(_ setting: Setting<Value>, to value: Value) -> Settings {
        var copy = self
        copy.values[setting.definition.name] = value.settingValue
        return copy
    }
}
