public import GasService
public import PostgresClient

extension CalendarDate: PostgresRepresentable {
    /// Days from 1970-01-01 to 2000-01-01, from which PostgreSQL counts.
    private static let daysFrom1970To2000 = 10_957

    /// The day as PostgreSQL's `date`.
    public var postgresRepresentation: PostgresDate {
        PostgresDate(daysSince2000: Int32(dayNumber - Self.daysFrom1970To2000))
    }

    /// Reads a `date`; its infinities, and years beyond 9999, are refused.
    public init(postgresRepresentation: PostgresDate) throws {
        let number = Int(postgresRepresentation.daysSince2000) + Self.daysFrom1970To2000
        guard !postgresRepresentation.isInfinite, let date = CalendarDate(dayNumber: number) else {
            throw PostgresMismatch.invalid("no day of the years 1 to 9999")
        }
        self = date
    }
}
