import Archive
import ArgumentParser
import Foundation
import GasService
import Presentation

/// `gasworks household history`: the household's archive, event by event.
struct ShowHouseholdHistory: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: HouseholdHelp.history)

    @Argument(help: ArgumentHelp(HouseholdHelp.account))
    var account: AccountNumber

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (events, zone) = try await context.withDatabase { database in
            let events = try await database.read { connection in
                let district = try await HouseholdLookup(on: connection).district(of: account)
                return try await ArchiveEvent.all(of: account, in: district, on: connection)
            }
            return (events, database.installation.timeZone)
        }
        try context.answer(events.map { EventAnswer($0) }, as: EventAnswer.listing(in: zone))
    }
}

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

/// The particulars of an event: any JSON, taken as it is stored.
indirect enum EventPayload: Codable, Sendable {
    case null
    case flag(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([EventPayload])
    case members([String: EventPayload])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([EventPayload].self) {
            self = .list(value)
        } else {
            self = .members(try container.decode([String: EventPayload].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .members(let value): try container.encode(value)
        }
    }
}
