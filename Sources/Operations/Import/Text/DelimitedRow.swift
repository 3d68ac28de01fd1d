/// One row of delimited text: its fields' bytes end to end, unquoted but not yet decoded.
///
/// A reader fills the same row again and again, so that reading a million rows allocates no more than reading one.
package struct DelimitedRow: Sendable {
    /// The physical line on which the row begins, from 1.
    package internal(set) var line = 0
    /// The fields' bytes, one after another, without delimiters and quotation marks.
    package internal(set) var bytes: [UInt8] = []
    /// Where each field ends in `bytes`.
    package internal(set) var ends: [Int] = []
    /// The first field whose quotation marks break RFC 4180; what follows it in the row is not to be trusted.
    package internal(set) var brokenField: Int?

    /// An empty row to read into.
    package init() {}

    /// The number of fields.
    package var count: Int { ends.count }

    /// Where a field lies in `bytes`.
    package func range(_ field: Int) -> Range<Int> { (field == 0 ? 0 : ends[field - 1])..<ends[field] }

    /// Whether the row holds no byte at all: a blank line, or the row of bare commas that spreadsheets leave behind.
    package var isBlank: Bool { bytes.isEmpty && brokenField == nil }

    /// A field's bytes.
    package subscript(_ field: Int) -> ArraySlice<UInt8> { bytes[range(field)] }

    mutating func begin(line: Int) {
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        brokenField = nil
    }

    mutating func append(_ part: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: part) }

    mutating func endField() { ends.append(bytes.count) }

    mutating func markBroken() { if brokenField == nil { brokenField = ends.count } }
}
