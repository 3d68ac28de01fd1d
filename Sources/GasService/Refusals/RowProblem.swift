/// One thing wrong with one field of an imported file.
public struct RowProblem: Error, Sendable, Hashable, Codable {
    /// The file as the user named it.
    public let file: String
    /// The line on which the row begins, from 1; nil when the file as a whole is meant.
    public let line: Int?
    /// The column's name; nil when the row as a whole is meant.
    public let column: String?
    /// The offending value, already masked when it is private.
    public let value: String?
    /// What is wrong, which also names the cure.
    public let fault: RowFault
    /// What would have been right, or what it collides with: allowed values, the other line, the longest length.
    public let expected: String?

    /// Describes one thing wrong.
    public init(
        file: String, line: Int?, column: String? = nil, value: String? = nil, fault: RowFault, expected: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.value = value
        self.fault = fault
        self.expected = expected
    }
}

/// The ways in which a row can be wrong; the raw value is stable and keys the message and its cure.
public enum RowFault: String, Sendable, Hashable, Codable, CaseIterable {
    /// The header lacks a column that is needed.
    case missingColumn = "missing_column"
    /// The header names a column twice.
    case duplicateColumn = "duplicate_column"
    /// The header names a column that is not known.
    case unknownColumn = "unknown_column"
    /// The row has more or fewer fields than the header.
    case wrongFieldCount = "wrong_field_count"
    /// A quotation mark is not closed, or stands inside an unquoted field.
    case brokenQuoting = "broken_quoting"
    /// Bytes that the named encoding does not have.
    case wrongEncoding = "wrong_encoding"
    /// A NUL or another control character.
    case controlCharacter = "control_character"
    /// Nothing, where something must be.
    case missingValue = "missing_value"
    /// Longer than the field may be.
    case tooLong = "too_long"
    /// Not a code of the house's alphabet.
    case badIdentifier = "bad_identifier"
    /// Not one of the words allowed.
    case unknownWord = "unknown_word"
    /// Not a date YYYY-MM-DD, or no such day.
    case badDate = "bad_date"
    /// A date after today where only the past makes sense.
    case dateInFuture = "date_in_future"
    /// Inspected before gas was on.
    case inspectedBeforeGasOn = "inspected_before_gas_on"
    /// Not a time HH:MM.
    case badTime = "bad_time"
    /// A shift that ends when it begins, or begins at the end of a day.
    case shiftWithoutLength = "shift_without_length"
    /// Not a number, or a coordinate outside the globe.
    case badCoordinate = "bad_coordinate"
    /// The same code stands in an earlier row.
    case duplicateKey = "duplicate_key"
    /// The account is kept in another district already; a household does not change its district.
    case districtChanged = "district_changed"
    /// The supply node named does not exist.
    case unknownNode = "unknown_node"
    /// The kind of a node does not fit under its parent.
    case wrongParentKind = "wrong_parent_kind"
    /// Following the parents of a node leads back to it.
    case supplyCycle = "supply_cycle"
    /// The district named does not exist.
    case unknownDistrict = "unknown_district"
    /// Not an instant with an offset from UTC.
    case badInstant = "bad_instant"
    /// No notice is named so, by us or by the gateway.
    case unknownNotice = "unknown_notice"
    /// The notice was never handed to a gateway.
    case neverSent = "never_sent"
    /// An instant before the notice was sent.
    case beforeSending = "before_sending"
    /// An instant that is yet to come.
    case inFuture = "in_future"
    /// The file holds no row.
    case emptyFile = "empty_file"
}
