package import Foundation

/// A JSON value, as far as gateways need it: read, looked into, and written.
package indirect enum GatewayJSON: Sendable, Hashable, Codable {
    case null
    case flag(Bool)
    /// A number as it was written, to 38 digits: message ids of 19 digits would not survive a `Double`.
    case number(Decimal)
    case text(String)
    case list([GatewayJSON])
    case object([String: GatewayJSON])

    /// Reads any JSON value.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Decimal.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([GatewayJSON].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: GatewayJSON].self))
        }
    }

    /// Writes the value.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// Reads JSON text; nil when it is none.
    package init?(parsing text: Data) {
        guard let value = try? JSONDecoder().decode(GatewayJSON.self, from: text) else { return nil }
        self = value
    }

    /// The value as JSON text, members in a stable order; a number is written as it was read.
    package func text() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// The value at a path such as `messages.0.id`; nil when it leads nowhere.
    package func value(at path: String) -> GatewayJSON? {
        path.split(separator: ".").reduce(Optional(self)) { value, step in
            switch value {
            case .object(let members): members[String(step)]
            case .list(let items): Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
            default: nil
            }
        }
    }

    /// A scalar as text; nil for what has no text.
    package var scalar: String? {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .null, .list, .object: nil
        }
    }

    /// The value with every text in it changed.
    func mapTexts<Failure: Error>(_ change: (String) throws(Failure) -> String) throws(Failure) -> GatewayJSON {
        switch self {
        case .null, .flag, .number: return self
        case .text(let text): return .text(try change(text))
        case .list(let items):
            var changed: [GatewayJSON] = []
            for item in items { changed.append(try item.mapTexts(change)) }
            return .list(changed)
        case .object(let members):
            var changed: [String: GatewayJSON] = [:]
            for (name, value) in members { changed[name] = try value.mapTexts(change) }
            return .object(changed)
        }
    }

    /// Every text in the value.
    var texts: [String] {
        switch self {
        case .null, .flag, .number: []
        case .text(let text): [text]
        case .list(let items): items.flatMap(\.texts)
        case .object(let members): members.values.flatMap(\.texts)
        }
    }
}
