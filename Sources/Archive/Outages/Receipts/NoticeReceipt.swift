import FoundationEssentials
package import GasService
package import PostgresClient

/// What a gateway reports of a message.
package struct NoticeReceipt: Sendable, Hashable, Encodable {
    /// Whether a message arrived.
    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// It was delivered.
        case delivered
        /// It never will be.
        case failed
    }

    /// The line of the file it stands in; for a callback, its place among those that came together.
    package let line: Int
    /// Our name for the notice; nil when only the gateway's is known.
    package let notice: NoticeID?
    /// The gateway's name for the message.
    package let gatewayID: String?
    /// The channel whose gateway reports it; nil for a file, which may speak of all.
    package let channel: NoticeChannel?
    /// Whether it arrived.
    package let outcome: Outcome
    /// When, by the gateway's clock.
    package let occurredAt: Instant

    package init(
        line: Int, notice: NoticeID?, gatewayID: String?, channel: NoticeChannel? = nil, outcome: Outcome,
        occurredAt: Instant
    ) {
        self.line = line
        self.notice = notice
        self.gatewayID = gatewayID
        self.channel = channel
        self.outcome = outcome
        self.occurredAt = occurredAt
    }

    enum CodingKeys: String, CodingKey {
        case line, notice, channel, outcome
        case gatewayID = "gateway_id"
        case occurredAt = "occurred_at"
    }

    /// Something wrong with a receipt that only the database can see.
    package struct Finding: Sendable, Hashable {
        /// The receipt's line.
        package let line: Int
        /// The column meant.
        package let column: String
        /// `unknown_notice`, `never_sent`, `before_sending`, `in_future`.
        package let problem: String
        /// The offending value.
        package let value: String?
        /// What would have been right.
        package let expected: String?

        package init(line: Int, column: String, problem: String, value: String?, expected: String?) {
            self.line = line
            self.column = column
            self.problem = problem
            self.value = value
            self.expected = expected
        }
    }

    /// What was recorded.
    package struct Recorded: Sendable, Hashable, Codable {
        /// Receipts given.
        package let receipts: Int
        /// Receipts that were not on file yet.
        package let new: Int
        /// Notices that are confirmed by them.
        package let confirmed: Int
    }

    /// What is wrong with receipts; nothing: they can be recorded.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func findings(
        in receipts: [NoticeReceipt], by connection: PostgresConnection
    ) async throws -> [Finding] {
        try await connection.query(
            "SELECT line, column_name, problem, value, expected FROM check_receipts(\(try json(receipts)))",
            as: (Int32.self, String.self, String.self, String?.self, String?.self)
        ).map { Finding(line: Int($0), column: $1, problem: $2, value: $3, expected: $4) }
    }

    /// Records receipts, all or none; one that is on file already changes nothing.
    ///
    /// - Parameters:
    ///   - receipts: what the gateway reports.
    ///   - source: `file` or `callback`.
    ///   - connection: a dispatcher's, in a transaction.
    /// - Returns: what was new.
    /// - Throws: `PostgresError`; the schema refuses receipts of notices that were never sent.
    nonisolated(nonsending) package static func record(
        _ receipts: [NoticeReceipt], from source: String, by connection: PostgresConnection
    ) async throws -> Recorded {
        let answer = try await connection.queryOne(
            "SELECT record_receipts(\(try json(receipts)), \(source))", as: (String.self))
        return try JSONDecoder().decode(Recorded.self, from: Data(answer.utf8))
    }

    private static func json(_ receipts: [NoticeReceipt]) throws -> PostgresJSONText {
        PostgresJSONText(text: String(decoding: try JSONEncoder().encode(receipts), as: UTF8.self))
    }
}
