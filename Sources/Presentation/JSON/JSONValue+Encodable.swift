extension JSONValue {
    /// The JSON of any encodable value: members in the order in which they were encoded, names in snake_case.
    ///
    /// Names of properties are converted; keys of `[String: …]` are data and stay, sorted. Instants, dates and codes
    /// encode themselves (ISO 8601 in UTC). A member that is nil is left out by the compiler's own `encode`.
    package init(encoding value: some Encodable) throws {
        self = try JSONBuilder.value(of: value, path: [])
    }
}

/// A dictionary whose keys are data, not names of properties.
private protocol KeyedByText {
    func members(path: [any CodingKey]) throws -> [JSONValue.Member]
}

extension Dictionary: KeyedByText where Key == String, Value: Encodable {
    fileprivate func members(path: [any CodingKey]) throws -> [JSONValue.Member] {
        try sorted { $0.key < $1.key }.map { .init($0.key, try JSONBuilder.value(of: $0.value, path: path)) }
    }
}

/// Collects what a value encodes; a reference, for nested containers write into their parent later.
final class JSONBuilder: Encoder {
    enum Content {
        case nothing
        case value(JSONValue)
        case array([JSONBuilder])
        case object([(name: String, value: JSONBuilder)])
    }

    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]
    var content = Content.nothing

    init(path: [any CodingKey]) { codingPath = path }

    static func value(of value: some Encodable, path: [any CodingKey]) throws -> JSONValue {
        if let json = value as? JSONValue { return json }
        if let dictionary = value as? any KeyedByText { return .object(try dictionary.members(path: path)) }
        let builder = JSONBuilder(path: path)
        try value.encode(to: builder)
        return builder.result
    }

    var result: JSONValue {
        switch content {
        case .nothing: .object([])
        case .value(let value): value
        case .array(let elements): .array(elements.map(\.result))
        case .object(let members): .object(members.map { .init($0.name, $0.value.result) })
        }
    }

    /// Sets a member; encoding the same name again replaces it in its place.
    func set(_ key: some CodingKey, _ value: JSONBuilder) {
        let name = SnakeCase.name(key.stringValue)
        guard case .object(var members) = content else {
            content = .object([(name, value)])
            return
        }
        content = .nothing
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].value = value
        } else {
            members.append((name, value))
        }
        content = .object(members)
    }

    func append(_ value: JSONBuilder) {
        guard case .array(var elements) = content else {
            content = .array([value])
            return
        }
        content = .nothing
        elements.append(value)
        content = .array(elements)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .nothing = content { content = .object([]) }
        return KeyedEncodingContainer(JSONKeyedContainer<Key>(builder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .nothing = content { content = .array([]) }
        return JSONUnkeyedContainer(builder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingleValueContainer(builder: self) }
}

extension JSONValue: Encodable {
    /// Encodes the value into any encoder; this file's own takes it as it is.
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .bool(let value): try value.encode(to: encoder)
        case .integer(let value): try value.encode(to: encoder)
        case .unsigned(let value): try value.encode(to: encoder)
        case .number(let value): try value.encode(to: encoder)
        case .string(let value): try value.encode(to: encoder)
        case .array(let values): try values.encode(to: encoder)
        case .object(let members):
            var container = encoder.container(keyedBy: JSONKey.self)
            for member in members { try container.encode(member.value, forKey: JSONKey(member.name)) }
        }
    }
}

/// A key that is any text.
struct JSONKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ text: String) { (stringValue, intValue) = (text, nil) }
    init?(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
    init?(intValue: Int) { (stringValue, self.intValue) = (String(intValue), intValue) }
}
