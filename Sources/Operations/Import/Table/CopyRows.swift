/// Rows in the text form of PostgreSQL's COPY: tabs between columns, `\N` for NULL, backslashes doubled.
///
/// Fields come from `TableRow`, whose decoder lets no control character through, so the backslash is all there is to
/// escape.
struct CopyRows {
    /// How many bytes to gather before they are sent.
    static let pieceSize = 1 << 17

    /// The rows written so far.
    private(set) var bytes: [UInt8] = []

    /// Begins in a buffer whose content has been sent, so that its memory is used again.
    init(reusing piece: inout [UInt8]) {
        swap(&bytes, &piece)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Begins a row with its line in the file.
    mutating func begin(line: Int) { append(text: String(line)) }

    /// Appends a column with a field's bytes; NULL when there is none.
    mutating func append(field: ArraySlice<UInt8>) {
        bytes.append(Self.tab)
        guard !field.isEmpty else { return appendNull() }
        guard field.contains(Self.backslash) else { return bytes.append(contentsOf: field) }
        for byte in field {
            if byte == Self.backslash { bytes.append(byte) }
            bytes.append(byte)
        }
    }

    /// Appends a column; NULL when there is no value.
    mutating func append(column value: String?) {
        guard let value else {
            bytes.append(Self.tab)
            return appendNull()
        }
        append(field: ArraySlice(value.utf8))
    }

    /// Appends columns that are already in COPY's form, each with the tab before it.
    mutating func append(columns: [UInt8]) { bytes.append(contentsOf: columns) }

    /// Ends the row.
    mutating func end() { bytes.append(Byte.lineFeed) }

    private mutating func append(text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func appendNull() {
        bytes.append(Self.backslash)
        bytes.append(UInt8(ascii: "N"))
    }

    private static let tab = UInt8(ascii: "\t")
    private static let backslash = UInt8(ascii: "\\")
}
