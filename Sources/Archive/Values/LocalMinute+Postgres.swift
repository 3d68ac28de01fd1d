public import GasService
public import PostgresClient

extension LocalMinute: PostgresRepresentable {
    /// Minutes after local midnight, as `smallint`.
    public var postgresRepresentation: Int16 { Int16(minutes) }

    /// Reads minutes after local midnight, 0 to 1440.
    public init(postgresRepresentation: Int16) throws {
        guard let time = LocalMinute(minutes: Int(postgresRepresentation)) else {
            throw PostgresMismatch.invalid("no time of a day")
        }
        self = time
    }
}
