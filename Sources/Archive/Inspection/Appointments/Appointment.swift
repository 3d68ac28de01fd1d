package import FoundationEssentials
package import GasService
package import PostgresClient

/// A time that was agreed with a household; the day planner keeps it.
package struct Appointment: Sendable, Hashable {
    /// The name under which people know it, `<district>-<number>`.
    package let id: AppointmentID
    /// The household.
    package let account: AccountNumber
    /// From when on the crew may arrive.
    package let from: Instant
    /// By when it has arrived.
    package let until: Instant
    /// What was said on the telephone.
    package let note: String?
    /// `agreed`, `kept`, `missed` or `cancelled`.
    package let state: String

    /// Describes an appointment.
    package init(
        id: AppointmentID, account: AccountNumber, from: Instant, until: Instant, note: String?, state: String
    ) {
        self.id = id
        self.account = account
        self.from = from
        self.until = until
        self.note = note
        self.state = state
    }

    /// The agreed appointments of a household that are not over at an instant, in order.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of account: AccountNumber, in district: DistrictID, from: Instant, on connection: PostgresConnection
    ) async throws -> [Appointment] {
        try await read(
            """
            district_id = \(district) AND account_no = \(account) AND state = 'agreed' AND ends_at >= \(from)
            """, on: connection)
    }

    /// The appointments that overlap a span of time, in order.
    ///
    /// - Parameters:
    ///   - span: The time.
    ///   - district: The only district; nil for all.
    ///   - onlyAgreed: Whether kept, missed and cancelled ones are left out.
    ///   - connection: An office role's.
    /// - Returns: The appointments.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        within span: Range<Instant>, in district: DistrictID?, onlyAgreed: Bool, on connection: PostgresConnection
    ) async throws -> [Appointment] {
        try await read(
            """
            starts_at < \(span.upperBound) AND ends_at > \(span.lowerBound)
            AND (\(district)::text IS NULL OR district_id = \(district)) AND (NOT \(onlyAgreed) OR state = 'agreed')
            """, on: connection)
    }

    /// Agrees a time with a household.
    ///
    /// - Returns: The new appointment's name.
    /// - Throws: `PostgresError`; the schema refuses an unknown account and a day in the past.
    nonisolated(nonsending) package static func agree(
        with account: AccountNumber, from: Instant, until: Instant, note: String?, as command: UUID,
        on connection: PostgresConnection
    ) async throws -> AppointmentID {
        let name = try await connection.queryOne(
            "SELECT agree_appointment(\(command), \(account), \(from), \(until), \(note)) ->> 'id'",
            as: (String.self))
        guard let id = AppointmentID(name) else {
            throw GasworksError.unexpected(sqlState: "", message: "appointment \(name)")
        }
        return id
    }

    /// Calls an appointment off.
    ///
    /// - Throws: `PostgresError`; the schema refuses one that is not agreed any more.
    nonisolated(nonsending) package static func cancel(
        _ id: AppointmentID, as command: UUID, on connection: PostgresConnection
    ) async throws {
        try await connection.execute(
            "SELECT settle_appointment(\(command), \(id.district), \(id.number), 'cancelled')")
    }

    nonisolated(nonsending) private static func read(
        _ condition: PostgresQuery, on connection: PostgresConnection
    ) async throws -> [Appointment] {
        try await connection.query(
            """
            SELECT district_id, appointment_no, account_no, starts_at, ends_at, note, state FROM appointment
            WHERE \(condition)
            ORDER BY starts_at, district_id, appointment_no
            """,
            as: (
                DistrictID.self, Int64.self, AccountNumber.self, Instant.self, Instant.self, String?.self, String.self
            )
        ).compactMap { district, number, account, from, until, note, state in
            AppointmentID(district: district, number: number).map {
                Appointment(id: $0, account: account, from: from, until: until, note: note, state: state)
            }
        }
    }
}
