public import GasService
public import PostgresClient

extension Instant: PostgresRepresentable {
    /// Microseconds from 1970 to 2000, from which PostgreSQL counts.
    private static let microsecondsFrom1970To2000 = PostgresTimestamp.secondsFrom1970To2000 * 1_000_000

    /// The instant as PostgreSQL's `timestamptz`.
    public var postgresRepresentation: PostgresTimestamp {
        PostgresTimestamp(microsecondsSince2000: microseconds - Self.microsecondsFrom1970To2000)
    }

    /// Reads a `timestamptz`; its infinities are refused.
    public init(postgresRepresentation: PostgresTimestamp) throws {
        guard !postgresRepresentation.isInfinite else { throw PostgresMismatch.invalid("an infinite instant") }
        self.init(microseconds: postgresRepresentation.microsecondsSince2000 + Self.microsecondsFrom1970To2000)
    }
}
