package import Archive
package import GasService

/// The settings of districts as they hold today, for whoever works on for days: read again when a minute has passed.
package actor DistrictSettings {
    private let database: GasworksDatabase
    private var stored: [StoredSetting]
    private var day: CalendarDate
    private var isFreshUntil: ContinuousClock.Instant

    /// Reads the settings of all districts.
    ///
    /// - Throws: `GasworksError.databaseOutOfReach` and what else the database has to say.
    package init(of database: GasworksDatabase) async throws {
        self.database = database
        day = try await database.today()
        stored = try await database.read { try await StoredSetting.all(on: $0) }
        isFreshUntil = .now + .seconds(60)
    }

    /// A district's settings today; as they were read last while the database does not answer.
    package func settings(of district: DistrictID) async -> Settings {
        if .now > isFreshUntil {
            // Before the first suspension, so that of many who ask one reads.
            isFreshUntil = .now + .seconds(60)
            if let today = try? await database.today(),
                let fresh = try? await database.read({ try await StoredSetting.all(on: $0) })
            {
                (day, stored) = (today, fresh)
            }
        }
        return Settings(stored: stored, district: district, on: day)
    }

    /// When residential gas may come back in a district.
    package func restorationHours(of district: DistrictID) async -> RestorationHours {
        RestorationHours(settings: await settings(of: district), zone: database.installation.timeZone)
    }
}
