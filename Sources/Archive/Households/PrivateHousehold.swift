package import GasService
package import PostgresClient

/// A household's private data, opened for a purpose.
package struct PrivateHousehold: Sendable, Hashable {
    /// Its account.
    package let account: AccountNumber
    /// The customer's name.
    package let name: String?
    /// The telephone number.
    package let phone: String?
    /// The e-mail address.
    package let email: String?
    /// Why it needs special care.
    package let specialCare: String?

    /// Opens a household's private data; who did so, when and for what becomes an event of the household.
    ///
    /// - Parameters:
    ///   - account: The household.
    ///   - purpose: What for, as a code such as `callback`: it stands in the archive for ever.
    ///   - connection: A dispatcher's, a supervisor's or an administrator's, or a crew's for its own route of today;
    ///     inside a transaction that is committed.
    /// - Returns: The data.
    /// - Throws: `PostgresError`; the schema refuses an unknown account, a purpose that is no code, and other roles.
    nonisolated(nonsending) package static func open(
        _ account: AccountNumber, purpose: String, on connection: PostgresConnection
    ) async throws -> PrivateHousehold {
        let (account, name, phone, email, care) = try await connection.queryOne(
            "SELECT account_no, name, phone, email, special_care FROM household_private(\(account), \(purpose))",
            as: (AccountNumber.self, String?.self, String?.self, String?.self, String?.self))
        return PrivateHousehold(account: account, name: name, phone: phone, email: email, specialCare: care)
    }
}
