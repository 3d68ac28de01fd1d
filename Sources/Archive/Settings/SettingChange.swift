package import FoundationEssentials
package import GasService
package import PostgresClient

/// That a setting shall have a value from a day on.
package struct SettingChange: Sendable, Hashable {
    /// The district, or the company.
    package let district: DistrictID
    /// The setting's name.
    package let name: String
    /// The first day on which the value holds; not before today.
    package let validFrom: CalendarDate
    /// The value, which the setting's definition accepts.
    package let value: SettingValue

    /// Reads a change as people type it.
    ///
    /// - Throws: `unknownSetting`, `invalidSetting` or `settingNotPerDistrict`.
    package init(
        _ name: String, to text: String, in district: DistrictID = .company, from validFrom: CalendarDate
    ) throws(GasworksError) {
        self.district = district
        self.name = name
        self.validFrom = validFrom
        value = try SettingCatalogue.definition(named: name).parse(text, district: district)
    }

    /// Stores the change and its archive event; a repeat of the same command does nothing again.
    ///
    /// - Throws: `PostgresError`; the schema refuses a day before today.
    nonisolated(nonsending) package func store(
        as command: UUID, on connection: PostgresConnection
    ) async throws {
        try await connection.execute(
            "SELECT set_setting(\(command), \(district), \(name), \(validFrom), \(value.json)::json)")
    }
}
