package import GasService

/// What stands in one field of a table: typed, so that a table can align it, a spreadsheet can count with it, and only
/// text that came from people is treated as dangerous.
package enum Cell: Sendable, Hashable {
    /// Text from data; made safe before it reaches a terminal or a spreadsheet.
    case text(String)
    /// Text of our own, in the reader's language.
    case phrase(Phrase)
    case integer(Int)
    /// A number with a fixed count of decimal places.
    case decimal(Double, places: Int)
    /// A ratio, 0.719 being shown as 71.9 %.
    case ratio(Double)
    case date(CalendarDate)
    /// An instant with the zone in which people read it; written as UTC in files.
    case instant(Instant, UtilityTimeZone)
    /// Nothing known, or nothing to say.
    case empty

    /// An optional text, empty when absent.
    package static func optional(_ text: String?) -> Cell {
        text.map { .text($0) } ?? .empty
    }
}
