import Archive
import Foundation
import GasService
import Presentation

/// An event of the archive as commands answer it.
struct EventAnswer: Encodable, Sendable {
    let sequence: Int64
    let kind: String
    let occurredAt: Instant
    let recordedAt: Instant
    let actor: String
    let operatorName: String
    let payload: EventPayload
    let hash: String
    private let text: String

    init(_ event: ArchiveEvent) {
        (sequence, kind) = (event.sequence, event.kind)
        (occurredAt, recordedAt) = (event.occurredAt, event.recordedAt)
        (actor, operatorName) = (event.actor, event.operatorName)
        (text, hash) = (event.payload, event.hash)
        payload = (try? JSONDecoder().decode(EventPayload.self, from: Data(event.payload.utf8))) ?? .text(event.payload)
    }

    private enum CodingKeys: String, CodingKey {
        case sequence
        case kind
        case occurredAt
        case recordedAt
        case actor
        case operatorName = "operator"
        case payload
        case hash
    }

    /// Events as a list, times in the utility's zone.
    static func listing(in zone: UtilityTimeZone) -> Listing<EventAnswer> {
        Listing([
            Column("sequence", .sequence, .trailing) { .integer(Int($0.sequence)) },
            Column("occurred_at", .time) { .instant($0.occurredAt, zone) },
            Column("kind", .event) { .phrase(Phrase(event: $0.kind)) },
            Column("actor", .actor) { .text($0.actor) },
            Column("operator", .humanOperator) { .text($0.operatorName) },
            Column("payload", .particulars, isFlexible: true) { .text($0.text) },
        ])
    }
}
