package import FoundationEssentials
package import GasService
package import PostgresClient

/// What came of a call, or of a notice that was carried to the door.
package enum TellingResult: String, Sendable, Hashable, CaseIterable {
    /// A person of the household answered the call and was told.
    case reached
    /// Nobody answered.
    case noAnswer = "no_answer"
    /// The number is not the household's.
    case wrongNumber = "wrong_number"
    /// Handed over to a person of the household.
    case handed
    /// Left in the letter box or on the door.
    case posted
    /// Nobody was at home and nothing could be left.
    case noAccess = "no_access"
    /// A person refused to take it.
    case refused
}

/// A notice that people told, as it stands now.
package struct NoticeTelling: Sendable, Hashable, Codable {
    /// The notice.
    package let id: NoticeID
    /// The household.
    package let accountNo: AccountNumber
    /// The notice's state.
    package let state: String

    enum CodingKeys: String, CodingKey {
        case id, state
        case accountNo = "account_no"
    }

    /// Records what came of it; a repeat of the same command changes nothing and answers the same.
    ///
    /// - Throws: `PostgresError`; the schema refuses a result that the channel does not have, a notice that is not on its
    ///   way, and a letter box for special care.
    nonisolated(nonsending) package static func record(
        _ result: TellingResult, of notice: NoticeID, at instant: Instant, as command: UUID,
        by connection: PostgresConnection
    ) async throws -> NoticeTelling {
        let answer = try await connection.queryOne(
            """
            SELECT record_telling(\(command), \(notice.district), \(notice.number), \(result.rawValue), \(instant))
            """, as: (String.self))
        return try JSONDecoder().decode(NoticeTelling.self, from: Data(answer.utf8))
    }
}
