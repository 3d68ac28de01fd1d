package import GasService
package import PostgresClient

/// What a caller said of a fault, and who called.
package struct FaultCall: Sendable, Hashable {
    /// What was said.
    package let description: String
    /// Who called.
    package let callerName: String?
    /// The number to call back.
    package let callerPhone: String?

    /// Opens what was said; who did so, when and for what becomes an event.
    ///
    /// - Parameters:
    ///   - fault: the fault.
    ///   - purpose: what for, as a code such as `dispatch`: it stands in the archive for ever.
    ///   - connection: the office's, or that of the crew that has the fault; in a transaction that is committed.
    /// - Returns: what was said.
    /// - Throws: `PostgresError`; the schema refuses an unknown fault, a purpose that is no code, and other roles.
    nonisolated(nonsending) package static func open(
        _ fault: FaultID, purpose: String, on connection: PostgresConnection
    ) async throws -> FaultCall {
        let (description, name, phone) = try await connection.queryOne(
            """
            SELECT description, caller_name, caller_phone
            FROM fault_private(\(fault.district), \(fault.number), \(purpose))
            """,
            as: (String.self, String?.self, String?.self))
        return FaultCall(description: description, callerName: name, callerPhone: phone)
    }
}
