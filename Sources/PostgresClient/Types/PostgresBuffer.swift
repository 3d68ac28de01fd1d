/// Bytes in PostgreSQL's binary format, growing at the end; integers are big-endian.
@frozen
public struct PostgresBuffer: Sendable {
    /// The bytes written so far.
    public var bytes: [UInt8]

    /// An empty buffer.
    @inlinable
    public init() {
        bytes = []
    }

    /// An empty buffer with room for so many bytes.
    @inlinable
    public init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// The number of bytes written so far.
    @inlinable public var count: Int { bytes.count }

    /// Appends an integer in network byte order.
    @inlinable
    public mutating func append<Integer: FixedWidthInteger>(integer: Integer) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends bytes as they are.
    @inlinable
    public mutating func append(contentsOf other: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: other)
    }

    /// Appends bytes as they are.
    @inlinable
    public mutating func append(contentsOf other: [UInt8]) {
        bytes.append(contentsOf: other)
    }

    /// Appends a string's UTF-8.
    @inlinable
    public mutating func append(utf8 string: String) {
        bytes.append(contentsOf: string.utf8)
    }

    /// Appends a value with its length before it, NULL as length -1: a field of a row, a parameter or an array.
    @inlinable
    public mutating func append<Value: PostgresEncodable>(field value: Value) {
        guard !value.isPostgresNull else { return append(integer: Int32(-1)) }
        let start = bytes.count
        append(integer: Int32(0))
        value.encode(into: &self)
        let length = UInt32(truncatingIfNeeded: bytes.count - start - 4)
        bytes.withUnsafeMutableBytes { raw in
            raw.storeBytes(of: length.bigEndian, toByteOffset: start, as: UInt32.self)
        }
    }

    /// Forgets the bytes, keeps the room.
    @inlinable
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }
}
