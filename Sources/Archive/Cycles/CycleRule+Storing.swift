package import FoundationEssentials
package import GasService
package import PostgresClient

extension CycleRule {
    /// Stores the rule as a new version and writes its archive event; a repeat of the same command does nothing again.
    ///
    /// Obligations that are open keep their dates until they are derived anew.
    ///
    /// - Parameters:
    ///   - command: the command's id.
    ///   - source: the regulation or decision behind it.
    ///   - connection: an administrator's.
    /// - Throws: `PostgresError`; the schema refuses a day before today.
    nonisolated(nonsending) package func store(
        as command: UUID, source: String, on connection: PostgresConnection
    ) async throws {
        try await connection.execute(
            """
            SELECT set_cycle_rule(\(command), \(district), \(customerClass.rawValue), \(validFrom),
                                  \(interval.kind.rawValue), \(Int32(interval.months)), \(Int32(interval.earlyMonths)),
                                  \(interval.capMonths.map(Int32.init)), \(transitionMonths.map(Int32.init)), \(source))
            """)
    }
}
