import GasService

/// Reading of single fields into values that cannot be wrong, with a problem noted for those that are.
extension TableReader {
    /// A code of the house's alphabet; nil when the field is empty or not one.
    func code<Code: ServiceIdentifier>(_ type: Code.Type, _ column: Int, of row: TableRow) -> Code? {
        guard let text = row.text(column) else { return nil }
        if let code = Code(text) { return code }
        note(.badIdentifier, column, of: row, expected: "A-Z a-z 0-9 - _ . : #")
        return nil
    }

    /// One of the words that an enumeration allows; nil when the field is empty or holds another.
    func word<Word>(_ type: Word.Type, _ column: Int, of row: TableRow) -> Word?
    where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
        guard let text = row.text(column) else { return nil }
        if let word = Word(rawValue: text) { return word }
        note(.unknownWord, column, of: row, expected: Word.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    /// A day that has come already; nil when the field is empty, no day, or in the future.
    func pastDate(_ column: Int, of row: TableRow, today: CalendarDate) -> CalendarDate? {
        guard let text = row.text(column) else { return nil }
        guard let date = CalendarDate(text) else {
            note(.badDate, column, of: row, expected: "YYYY-MM-DD")
            return nil
        }
        guard date <= today else {
            note(.dateInFuture, column, of: row, expected: today.description)
            return nil
        }
        return date
    }

    /// A time of day from 00:00 to 24:00; nil when the field is empty or no time.
    func time(_ column: Int, of row: TableRow) -> LocalMinute? {
        guard let text = row.text(column) else { return nil }
        if let time = LocalMinute(text) { return time }
        note(.badTime, column, of: row, expected: "HH:MM")
        return nil
    }

    /// Degrees within ±`bound`; nil when the field is empty or no such number.
    func degrees(_ column: Int, of row: TableRow, bound: Double) -> Double? {
        guard !row.isEmpty(column) else { return nil }
        if let degrees = decimalNumber(row[column]), abs(degrees) <= bound { return degrees }
        note(.badCoordinate, column, of: row, expected: "-\(Int(bound)) … \(Int(bound))")
        return nil
    }

    /// Notes a problem of a field together with what it holds.
    func note(_ fault: RowFault, _ column: Int, of row: TableRow, expected: String? = nil) {
        problems.add(
            fault, line: row.line, column: columns[column], value: row.text(column) ?? "", expected: expected)
    }
}

/// A plain decimal number, such as `-60.164156`: no exponent, no hexadecimal, no `nan`.
///
/// Exact to the last bit (one rounding), as up to 15 digits and the power of ten are both exact in a Double.
func decimalNumber(_ text: ArraySlice<UInt8>) -> Double? {
    var digits = text
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    var mantissa = 0
    var count = 0
    var scale: Double?
    for byte in digits {
        if byte == UInt8(ascii: "."), scale == nil, count > 0 {
            scale = 1
            continue
        }
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), count < 15 else { return nil }
        mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0"))
        count += 1
        scale = scale.map { $0 * 10 }
    }
    guard count > 0, digits.last != UInt8(ascii: ".") else { return nil }
    let value = Double(mantissa) / (scale ?? 1)
    return isNegative ? -value : value
}
