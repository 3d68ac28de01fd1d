/// The values for a query's holes, encoded one after another in one buffer.
public struct PostgresBindings: Sendable {
    private(set) var types: [PostgresType] = []
    private(set) var lengths: [Int32] = []
    private(set) var buffer = PostgresBuffer()

    /// The number of values.
    public var count: Int { types.count }

    /// No values.
    public init() {}

    /// Appends a value.
    public mutating func append<Value: PostgresEncodable>(_ value: Value) {
        types.append(Value.postgresType)
        guard !value.isPostgresNull else { return lengths.append(-1) }
        let start = buffer.count
        value.encode(into: &buffer)
        lengths.append(Int32(truncatingIfNeeded: buffer.count - start))
    }

    /// Appends all values of another list.
    mutating func append(contentsOf other: PostgresBindings) {
        types += other.types
        lengths += other.lengths
        buffer.append(contentsOf: other.buffer.bytes)
    }

    /// Calls with libpq's four parallel arrays; the pointers are valid during the call only.
    func withParameters<Result>(
        _ body: (
            _ types: [UInt32], _ values: [UnsafePointer<CChar>?], _ lengths: [Int32], _ formats: [Int32]
        ) -> Result
    ) -> Result {
        buffer.bytes.withUnsafeBytes { raw in
            // An empty value must not be a null pointer, which means NULL.
            let empty: StaticString = ""
            let base = raw.baseAddress ?? UnsafeRawPointer(empty.utf8Start)
            var offset = 0
            let values = lengths.map { length -> UnsafePointer<CChar>? in
                guard length >= 0 else { return nil }
                defer { offset += Int(length) }
                return (base + offset).assumingMemoryBound(to: CChar.self)
            }
            return body(types.map(\.rawValue), values, lengths, [Int32](repeating: 1, count: count))
        }
    }
}
