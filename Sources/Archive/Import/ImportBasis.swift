package import GasService
package import PostgresClient

/// What an import must know of the database before it reads its file.
package struct ImportBasis: Sendable {
    /// Today by the utility's clock.
    package let today: CalendarDate
    /// Every version of every cycle rule.
    package let rules: [StoredCycleRule]
    /// Every setting that somebody set.
    package let settings: [StoredSetting]
    /// The districts there are.
    package let districts: Set<DistrictID>

    /// The longest window before deadlines, in months, in which any rule or district keeps the anniversary.
    package var earlyMonths: Int {
        let bySetting = districts.union([.company]).map { Settings(stored: settings, district: $0, on: today) }
        return max(
            bySetting.map { $0[.anniversaryMonths] }.max() ?? 0, rules.map(\.rule.interval.earlyMonths).max() ?? 0)
    }

    /// Reads it.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func read(on connection: PostgresConnection) async throws -> ImportBasis {
        let today = try await connection.queryOne("SELECT today()", as: CalendarDate.self)
        let stored = try await StoredSetting.all(on: connection)
        let settings = Settings(stored: stored, district: .company, on: today)
        return ImportBasis(
            today: today,
            rules: try await StoredCycleRule.all(
                anniversaryMonths: settings[.anniversaryMonths], on: connection),
            settings: stored,
            districts: Set(try await connection.query("SELECT district_id FROM district", as: DistrictID.self)))
    }
}
