/// Bytes on their way out, gathered into chunks so that a million rows cost a few thousand writes.
package struct ChunkedWriter {
    private var bytes: [UInt8] = []
    private let chunk: Int
    private let write: (UnsafeRawBufferPointer) throws -> Void

    /// Makes a writer over a function that takes each chunk.
    ///
    /// - Parameters:
    ///   - chunk: how many bytes are gathered before they are handed on.
    ///   - write: takes the bytes; they are only valid during the call.
    package init(chunk: Int = 1 << 16, write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        self.chunk = chunk
        self.write = write
        bytes.reserveCapacity(chunk + 4096)
    }

    /// Adds one byte.
    package mutating func add(_ byte: UInt8) { bytes.append(byte) }

    /// Adds a text as UTF-8.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Adds bytes as they are.
    package mutating func add(_ slice: some Sequence<UInt8>) { bytes.append(contentsOf: slice) }

    /// Hands the bytes on when a chunk is full; called where a record ends.
    package mutating func endRecord() throws {
        if bytes.count >= chunk { try flush() }
    }

    /// Hands on what is left.
    ///
    /// A writer that is not flushed at the end loses its last chunk.
    package mutating func flush() throws {
        guard !bytes.isEmpty else { return }
        try bytes.withUnsafeBytes(write)
        bytes.removeAll(keepingCapacity: true)
    }
}
