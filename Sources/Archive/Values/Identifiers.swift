public import GasService
public import PostgresClient

// The company's codes travel as `text`; what comes back must be a code of the house's alphabet.

extension PostgresRepresentable where Self: ServiceIdentifier {
    /// The code as it is written.
    public var postgresRepresentation: String { text }

    /// Reads a code.
    public init(postgresRepresentation: String) throws {
        guard let code = Self(postgresRepresentation) else {
            throw PostgresMismatch.invalid("not a code of the alphabet")
        }
        self = code
    }
}

extension AccountNumber: PostgresRepresentable {}
extension DistrictID: PostgresRepresentable {}
extension CrewID: PostgresRepresentable {}
extension NodeID: PostgresRepresentable {}
extension BuildingID: PostgresRepresentable {}
extension NoticeID: PostgresRepresentable {}
