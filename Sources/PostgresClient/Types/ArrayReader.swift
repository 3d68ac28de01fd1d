/// Walks over the elements of an array of at most one dimension in its binary form.
@frozen
@usableFromInline
struct ArrayReader {
    @usableFromInline let cell: PostgresCell
    @usableFromInline var offset = 0
    @usableFromInline var elementType = PostgresType.unspecified

    @inlinable
    init(cell: PostgresCell) {
        self.cell = cell
    }

    /// Reads dimensions, null flag and element type.
    ///
    /// - Returns: the number of elements.
    @inlinable
    mutating func header() throws(PostgresMismatch) -> Int {
        // A scalar's bytes can look like an array's header: only what is an array is read as one.
        guard cell.type.isArray || cell.type.rawValue >= PostgresType.firstUserDefined else { throw .type }
        let dimensions = try int32()
        _ = try int32()
        elementType = PostgresType(rawValue: UInt32(bitPattern: try int32()))
        guard dimensions > 0 else { return 0 }
        guard dimensions == 1 else { throw .invalid("an array of \(dimensions) dimensions") }
        let count = Int(try int32())
        _ = try int32()
        guard count >= 0, count <= cell.bytes.count / 4 else { throw .length(cell.bytes.count) }
        return count
    }

    /// The next element, nil for NULL.
    @inlinable
    mutating func next() throws(PostgresMismatch) -> PostgresCell? {
        let length = Int(try int32())
        guard length >= 0 else { return nil }
        guard offset + length <= cell.bytes.count else { throw .length(cell.bytes.count) }
        defer { offset += length }
        return PostgresCell(
            bytes: UnsafeRawBufferPointer(rebasing: cell.bytes[offset..<offset + length]), type: elementType)
    }

    @inlinable
    mutating func int32() throws(PostgresMismatch) -> Int32 {
        guard offset + 4 <= cell.bytes.count else { throw .length(cell.bytes.count) }
        defer { offset += 4 }
        return Int32(bigEndian: cell.bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))
    }
}
