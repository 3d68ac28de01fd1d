package import FoundationEssentials
package import GasService
package import PostgresClient

/// That a crew is away, from a day to a day, both included.
package struct CrewAbsence: Sendable, Hashable {
    /// The crew.
    package let crew: CrewID
    /// The first day away.
    package let from: CalendarDate
    /// The last day away.
    package let until: CalendarDate

    /// States an absence.
    package init(crew: CrewID, from: CalendarDate, until: CalendarDate) {
        self.crew = crew
        self.from = from
        self.until = until
    }

    /// Absences that last until today at least, by their first day.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func current(
        on connection: PostgresConnection
    ) async throws -> [CrewAbsence] {
        try await connection.query(
            "SELECT crew_id, from_date, until_date FROM absence WHERE until_date >= today() ORDER BY from_date",
            as: (CrewID.self, CalendarDate.self, CalendarDate.self)
        ).map { CrewAbsence(crew: $0, from: $1, until: $2) }
    }

    /// Stores the absence and its archive event; a repeat of the same command does nothing again.
    ///
    /// - Parameters:
    ///   - command: The command's id.
    ///   - reason: Why; kept beside the archive, for it may be an illness.
    ///   - connection: A dispatcher's or an administrator's.
    /// - Throws: `PostgresError`; the schema refuses an unknown crew.
    nonisolated(nonsending) package func store(
        as command: UUID, because reason: String?, on connection: PostgresConnection
    ) async throws {
        try await connection.execute("SELECT record_absence(\(command), \(crew), \(from), \(until), \(reason))")
    }
}
