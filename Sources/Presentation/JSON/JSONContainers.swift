/// The containers into which values encode themselves; see `JSONBuilder`.
struct JSONKeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let builder: JSONBuilder
    var codingPath: [any CodingKey] { builder.codingPath }

    func encodeNil(forKey key: Key) throws { builder.set(key, .holding(.null, path: codingPath + [key])) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        let path = codingPath + [key]
        builder.set(key, .holding(try JSONBuilder.value(of: value, path: path), path: path))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        nested(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { nested(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { nested(JSONKey("super")) }

    func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

    private func nested(_ key: some CodingKey) -> JSONBuilder {
        let child = JSONBuilder(path: codingPath + [key])
        builder.set(key, child)
        return child
    }
}

struct JSONUnkeyedContainer: UnkeyedEncodingContainer {
    let builder: JSONBuilder
    var codingPath: [any CodingKey] { builder.codingPath }

    var count: Int {
        if case .array(let elements) = builder.content { elements.count } else { 0 }
    }

    func encodeNil() throws { builder.append(.holding(.null, path: codingPath)) }

    func encode(_ value: some Encodable) throws {
        builder.append(.holding(try JSONBuilder.value(of: value, path: codingPath), path: codingPath))
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        nested().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }

    func superEncoder() -> any Encoder { nested() }

    private func nested() -> JSONBuilder {
        let child = JSONBuilder(path: codingPath)
        builder.append(child)
        return child
    }
}

struct JSONSingleValueContainer: SingleValueEncodingContainer {
    let builder: JSONBuilder
    var codingPath: [any CodingKey] { builder.codingPath }

    func encodeNil() throws { builder.content = .value(.null) }
    func encode(_ value: Bool) throws { builder.content = .value(.bool(value)) }
    func encode(_ value: String) throws { builder.content = .value(.string(value)) }
    func encode(_ value: Double) throws { builder.content = .value(.number(value)) }
    func encode(_ value: Float) throws { builder.content = .value(.number(Double(value.description) ?? .nan)) }
    func encode(_ value: Int) throws { builder.content = .value(.integer(Int64(value))) }
    func encode(_ value: Int8) throws { builder.content = .value(.integer(Int64(value))) }
    func encode(_ value: Int16) throws { builder.content = .value(.integer(Int64(value))) }
    func encode(_ value: Int32) throws { builder.content = .value(.integer(Int64(value))) }
    func encode(_ value: Int64) throws { builder.content = .value(.integer(value)) }
    func encode(_ value: UInt) throws { builder.content = .value(.unsigned(UInt64(value))) }
    func encode(_ value: UInt8) throws { builder.content = .value(.unsigned(UInt64(value))) }
    func encode(_ value: UInt16) throws { builder.content = .value(.unsigned(UInt64(value))) }
    func encode(_ value: UInt32) throws { builder.content = .value(.unsigned(UInt64(value))) }
    func encode(_ value: UInt64) throws { builder.content = .value(.unsigned(value)) }

    func encode(_ value: some Encodable) throws {
        builder.content = .value(try JSONBuilder.value(of: value, path: codingPath))
    }
}

extension JSONBuilder {
    static func holding(_ value: JSONValue, path: [any CodingKey]) -> JSONBuilder {
        let builder = JSONBuilder(path: path)
        builder.content = .value(value)
        return builder
    }
}
