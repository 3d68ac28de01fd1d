/// What a setting is: its name, default, unit, range and where its number comes from.
public struct SettingDefinition: Sendable {
    /// The stable name, such as `inspection.anniversary_months`.
    public let name: String
    /// What the number counts: `months`, `hours`, `minutes`, `seconds`, `percent`, `time`, `flag`, `count`, `km/h`, `factor`,
    /// `dates`.
    public let unit: String
    /// The value that holds where nobody set one.
    public let defaultValue: SettingValue
    /// The range allowed, as people read it.
    public let allowed: String
    /// Whether a district may differ from the company.
    public let perDistrict: Bool
    /// Where the number comes from: a row of the rules of the trade, with its mark (R, L, l or P).
    public let source: String
    private let read: @Sendable (String) -> SettingValue?
    private let accept: @Sendable (SettingValue) -> Bool

    init<Value: SettingRepresentable & Comparable>(
        name: String, unit: String, standard: Value, range: ClosedRange<Value>, perDistrict: Bool, source: String
    ) {
        self.name = name
        self.unit = unit
        self.defaultValue = standard.settingValue
        self.allowed = "\(range.lowerBound.settingValue)...\(range.upperBound.settingValue)"
        self.perDistrict = perDistrict
        self.source = source
        self.read = { text in Value(text).flatMap { range.contains($0) ? $0.settingValue : nil } }
        self.accept = { stored in Value(stored).map(range.contains) ?? false }
    }

    init<Value: SettingRepresentable>(
        name: String, unit: String, standard: Value, allowed: String, perDistrict: Bool, source: String
    ) {
        self.name = name
        self.unit = unit
        self.defaultValue = standard.settingValue
        self.allowed = allowed
        self.perDistrict = perDistrict
        self.source = source
        self.read = { text in Value(text)?.settingValue }
        self.accept = { stored in Value(stored) != nil }
    }

    /// Reads a value as it is typed for a district.
    ///
    /// - Throws: `invalidSetting` outside the range, `settingNotPerDistrict` where districts may not differ.
    public func parse(_ text: String, district: DistrictID = .company) throws(GasworksError) -> SettingValue {
        guard perDistrict || district.isCompany else {
            throw .settingNotPerDistrict(name: name, district: district)
        }
        guard let value = read(text) else { throw .invalidSetting(name: name, value: text, allowed: allowed) }
        return value
    }

    /// Whether a stored value is of this setting's type and in its range.
    public func accepts(_ value: SettingValue) -> Bool { accept(value) }
}

/// A setting with the Swift type of its value.
public struct Setting<Value: SettingRepresentable>: Sendable {
    /// What the setting is.
    public let definition: SettingDefinition
    /// The value that holds where nobody set one.
    public let standard: Value

    init(
        _ name: String, _ standard: Value, in range: ClosedRange<Value>, unit: String, perDistrict: Bool = true,
        source: String
    ) where Value: Comparable {
        self.standard = standard
        self.definition = SettingDefinition(
            name: name, unit: unit, standard: standard, range: range, perDistrict: perDistrict, source: source)
    }

    init(
        _ name: String, _ standard: Value, allowed: String, unit: String, perDistrict: Bool = true, source: String
    ) {
        self.standard = standard
        self.definition = SettingDefinition(
            name: name, unit: unit, standard: standard, allowed: allowed, perDistrict: perDistrict, source: source)
    }
}
