public import FoundationEssentials

extension UUID: PostgresCodable {
    /// The type `uuid`.
    public static var postgresType: PostgresType { .uuid }

    /// Appends sixteen bytes.
    public func encode(into buffer: inout PostgresBuffer) {
        withUnsafeBytes(of: uuid) { buffer.append(contentsOf: $0) }
    }

    /// Reads `uuid`.
    public init(postgresCell cell: PostgresCell) throws(PostgresMismatch) {
        try cell.expect(.uuid)
        guard cell.bytes.count == MemoryLayout<uuid_t>.size else { throw .length(cell.bytes.count) }
        self.init(uuid: cell.bytes.loadUnaligned(as: uuid_t.self))
    }
}
