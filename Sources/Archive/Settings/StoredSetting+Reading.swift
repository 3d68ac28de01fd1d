import FoundationEssentials
package import GasService
package import PostgresClient

extension StoredSetting {
    /// All values that were ever set, oldest first, so that `Settings(stored:district:on:)` lets the latest one hold.
    ///
    /// - Parameter connection: any role's.
    /// - Returns: the values whose names and types this program knows; a newer program may have set others.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(on connection: PostgresConnection) async throws -> [StoredSetting] {
        let rows = try await connection.query(
            "SELECT district_id, name, valid_from, value FROM setting ORDER BY district_id, name, valid_from, revision",
            as: (DistrictID.self, String.self, CalendarDate.self, String.self))
        return rows.compactMap { district, name, validFrom, value in
            guard let definition = try? SettingCatalogue.definition(named: name),
                let read = try? JSONDecoder().decode(SettingValue.self, from: Data(value.utf8)),
                definition.accepts(read)
            else { return nil }
            return StoredSetting(district: district, name: name, validFrom: validFrom, value: read)
        }
    }
}
