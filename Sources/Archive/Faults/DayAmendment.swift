package import FoundationEssentials
package import GasService
package import PostgresClient

/// A crew's new route in a district's running day, with a fault that it takes on.
package struct DayAmendment: Sendable {
    /// The district.
    package let district: DistrictID
    /// The version that crews see and that the new route was made from; 0 when the day has none.
    package let baseVersion: Int32
    /// The crew's whole route in the district, what it has begun included.
    package let route: DraftDay.Route
    /// Jobs that give way.
    package let displaced: [JobID]

    /// Gathers an amendment.
    package init(district: DistrictID, baseVersion: Int32, route: DraftDay.Route, displaced: [JobID]) {
        self.district = district
        self.baseVersion = baseVersion
        self.route = route
        self.displaced = displaced
    }

    /// What a command answered that amended the fault's district before; nil when none with this id did.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func answer(
        to command: UUID, in district: DistrictID, by connection: PostgresConnection
    ) async throws -> Answer? {
        let text = try await connection.queryOptional(
            """
            SELECT answer::text FROM command_log
            WHERE district_id = \(district) AND command_id = \(command) AND command LIKE 'amend\\_day\\_plan %'
            """,
            as: (String.self))
        return try text.map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
    }

    /// What became of the day.
    package struct Answer: Sendable, Hashable, Decodable {
        /// The version that crews see now.
        package let version: Int32
        /// The job by which the crew has the fault; nil in the other districts of a crew of the company.
        package let job: JobID?
    }

    /// Puts the route in the place of the crew's old one, as the next version, published.
    ///
    /// - Parameters:
    ///   - date: the day.
    ///   - promise: what the fault's caller is promised.
    ///   - together: the districts amended in this transaction, which come in their order.
    ///   - command: a repeat of the same changes nothing.
    ///   - connection: a dispatcher's, in a transaction.
    /// - Returns: what became of the day.
    /// - Throws: `PostgresError`; the schema refuses with `plan_conflict` when the day changed meanwhile, and a fault that
    ///   another crew has.
    nonisolated(nonsending) package func apply(
        on date: CalendarDate, promising promise: FaultPromise, together: [DistrictID], as command: UUID,
        by connection: PostgresConnection
    ) async throws -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(route), as: UTF8.self)
        let answer = try await connection.queryOne(
            """
            SELECT amend_day_plan(\(command), \(district), \(date), \(baseVersion), \(PostgresJSONText(text: text)),
                                  \(displaced.map(\.number)), \(PostgresJSONText(text: try promise.json)), \(together))
            """,
            as: (String.self))
        return try JSONDecoder().decode(Answer.self, from: Data(answer.utf8))
    }
}
