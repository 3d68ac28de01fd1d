package import GasService
package import PostgresClient

extension LeasedNotice {
    /// Hands out notices that are due, at most so many, to one worker for so many seconds.
    ///
    /// The area is told by the names of the nodes and the addresses of the buildings that were declared; of a household
    /// that was declared by itself, nobody but itself is told the address.
    ///
    /// - Parameters:
    ///   - channels: the channels that the worker serves.
    ///   - limit: how many at most.
    ///   - seconds: how long they are the worker's alone.
    ///   - worker: the worker's name, for the operator who asks who holds a notice.
    ///   - connection: a dispatcher's, in a transaction.
    /// - Returns: the notices; none when nothing is due or may go out now.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func lease(
        _ channels: [NoticeChannel], limit: Int, seconds: Int, as worker: String, by connection: PostgresConnection
    ) async throws -> [LeasedNotice] {
        try await connection.query(
            """
            WITH leased AS MATERIALIZED (
                SELECT * FROM lease_notices(\(worker), \(channels.map(\.rawValue)), \(Int32(limit)), \(Int32(seconds)))
            ), place AS MATERIALIZED (
                SELECT t.outage_no, t.version, outage_places(t.outage_no, t.version) AS places
                FROM (SELECT DISTINCT outage_no, version FROM leased) AS t
            )
            SELECT l.district_id, l.notice_no, l.token, l.key::text, l.channel, l.attempt, l.contact, l.outage_no, l.purpose,
                   l.emergency, l.starts_at, l.ends_at, l.reason, l.account_no, l.customer_class,
                   concat_ws(', ', l.address, nullif(l.unit, '')), coalesce(p.places, l.address)
            FROM leased AS l
            JOIN place AS p ON p.outage_no = l.outage_no AND p.version = l.version
            ORDER BY l.notice_no
            """,
            as: (
                DistrictID.self, Int64.self, Int64.self, String.self, NoticeChannel.self, Int16.self, String.self,
                Int32.self, NoticePurpose.self, Bool.self, Instant.self, Instant.self, String.self, AccountNumber.self,
                CustomerClass.self, String.self, String.self
            )
        ).compactMap { row in
            let (district, number, token, key, channel, attempt, contact, outage, purpose, emergency) = (
                row.0, row.1, row.2, row.3, row.4, row.5, row.6, row.7, row.8, row.9
            )
            guard let id = NoticeID(district: district, number: number), let outage = OutageID(number: outage),
                let span = OutageSpan(start: row.10, end: row.11)
            else { return nil }
            return LeasedNotice(
                id: id, token: token, key: key, channel: channel, attempt: Int(attempt), contact: contact,
                content: Content(
                    outage: outage, purpose: purpose, isEmergency: emergency, span: span, area: row.16, reason: row.12,
                    account: row.13, customerClass: row.14, address: row.15))
        }
    }

    /// When the next notice of some channels is due; nil when none is queued.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func nextDue(
        of channels: [NoticeChannel], by connection: PostgresConnection
    ) async throws -> Instant? {
        try await connection.queryOne("SELECT next_notice_at(\(channels.map(\.rawValue)))", as: (Instant?.self))
    }
}
