/// One row of an import file in the order of its columns: each field clean UTF-8, or known to be flawed.
package struct TableRow: Sendable {
    /// The physical line on which the row begins, from 1.
    package internal(set) var line = 0
    /// Whether every field could be decoded, is there if it must be, and is not too long.
    package internal(set) var isSound = true
    var bytes: [UInt8] = []
    var ends: [Int] = []

    /// An empty row to read into.
    package init() {}

    /// Where a field lies in `bytes`.
    func range(_ column: Int) -> Range<Int> { (column == 0 ? 0 : ends[column - 1])..<ends[column] }

    /// Whether a field is empty, or was flawed and therefore emptied.
    package func isEmpty(_ column: Int) -> Bool { range(column).isEmpty }

    /// A field's bytes.
    package subscript(_ column: Int) -> ArraySlice<UInt8> { bytes[range(column)] }

    /// A field as text; nil when it is empty.
    package func text(_ column: Int) -> String? {
        let range = range(column)
        return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
    }
}
