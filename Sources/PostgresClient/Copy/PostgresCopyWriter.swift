/// Takes the rows of a COPY in, in buffers, and sends each full buffer; the writer waits while the server is slower.
///
/// Valid only within `copyIn`'s closure.
public final class PostgresCopyWriter {
    /// Bytes gathered before they are sent: enough to make the cost of a send vanish, small enough for a cache.
    @usableFromInline static let bufferSize = 128 * 1024

    @usableFromInline let connection: PostgresConnection
    @usableFromInline let answer: UnreadAnswer
    @usableFromInline let format: CopyFormat
    @usableFromInline var buffer = PostgresBuffer(capacity: PostgresCopyWriter.bufferSize + 8192)

    init(connection: PostgresConnection, answer: UnreadAnswer, format: CopyFormat) {
        self.connection = connection
        self.answer = answer
        self.format = format
        if format == .binary {
            // Signature, flags and length of the header's extension: manual, "Binary Format" of COPY.
            buffer.append(contentsOf: Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00])
            buffer.append(integer: UInt64(0))
        }
    }

    /// Writes bytes of the COPY's format as they are; where they are cut does not matter.
    nonisolated(nonsending) public func write(_ bytes: [UInt8]) async throws {
        if bytes.count >= Self.bufferSize {
            try await flush()
            try await connection.sendCopy(bytes, of: answer)
        } else {
            buffer.append(contentsOf: bytes)
            try await flushIfFull()
        }
    }

    /// Writes text of the COPY's format as it is.
    nonisolated(nonsending) public func write(_ text: String) async throws {
        buffer.append(utf8: text)
        try await flushIfFull()
    }

    /// Writes one row of a binary COPY.
    ///
    /// The values' types must be those of the columns: nothing is cast.
    @inlinable
    nonisolated(nonsending) public func write<each Value: PostgresEncodable>(
        row values: repeat each Value
    ) async throws {
        guard format == .binary else { throw PostgresError.protocolViolation("rows are written by binary COPY") }
        let start = buffer.count
        buffer.append(integer: Int16(0))
        var count: Int16 = 0
        for value in repeat each values {
            buffer.append(field: value)
            count += 1
        }
        buffer.bytes.withUnsafeMutableBytes { raw in
            raw.storeBytes(of: count.bigEndian, toByteOffset: start, as: Int16.self)
        }
        if buffer.count >= Self.bufferSize { try await flush() }
    }

    @inlinable
    nonisolated(nonsending) func flushIfFull() async throws {
        if buffer.count >= Self.bufferSize { try await flush() }
    }

    /// Sends what has been gathered.
    @usableFromInline
    nonisolated(nonsending) func flush() async throws {
        guard buffer.count > 0 else { return }
        // The bytes leave the writer while they are sent, so that they are never copied.
        var outgoing = PostgresBuffer()
        swap(&outgoing, &buffer)
        try await connection.sendCopy(outgoing.bytes, of: answer)
        outgoing.removeAll()
        swap(&outgoing, &buffer)
    }

    nonisolated(nonsending) func finish() async throws {
        if format == .binary { buffer.append(integer: Int16(-1)) }
        try await flush()
    }
}
