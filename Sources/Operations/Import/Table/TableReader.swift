import GasService

/// Reads the rows of an import file by the names of their columns, in any order, and notes what is wrong with each.
///
/// Every column must be in the header: a column that is left out could not be told from one whose values are to be
/// emptied. A column that is not known is an error too, as it is most often a known one misspelt, whose values would
/// be lost without a word. Rows without any value (the blank tail of a spreadsheet) are passed over.
package final class TableReader {
    private let reader: DelimitedReader
    private let decoder: FieldDecoder
    let columns: [ImportColumn]
    private let encoding: FileEncoding
    private var raw = DelimitedRow()
    /// For each column its place in the file.
    private var places: [Int] = []
    private var width = 0
    /// What was found wrong so far.
    package var problems: ProblemList
    /// Rows read so far, blank ones not counted.
    package private(set) var rowCount = 0

    /// Reads the header of a file.
    ///
    /// - Parameters:
    ///   - file: the file as the user named it, for reports.
    ///   - columns: the columns the file must have.
    ///   - encoding: the encoding to expect.
    ///   - reader: the file's bytes.
    /// - Throws: `GasworksError.badRows` when the header does not allow the rows to be read; what the source throws.
    package init(file: String, columns: [ImportColumn], encoding: FileEncoding, reader: DelimitedReader) throws {
        self.reader = reader
        self.columns = columns
        self.encoding = encoding
        problems = ProblemList(file: file)
        decoder = try FieldDecoder(encoding)
        try readHeader()
    }

    /// Bytes of the file dealt with so far, for progress.
    package var consumed: Int { reader.consumed }

    /// Reads the next row; false at the end.
    ///
    /// A row of the wrong shape is reported and passed over.
    package func next(into row: inout TableRow) throws -> Bool {
        while try reader.next(into: &raw) {
            if raw.isBlank { continue }
            rowCount += 1
            if raw.brokenField != nil {
                problems.add(.brokenQuoting, line: raw.line, expected: columnName(ofField: raw.brokenField))
                continue
            }
            guard raw.count == width else {
                problems.add(
                    .wrongFieldCount, line: raw.line, value: String(raw.count), expected: String(width))
                continue
            }
            decode(into: &row)
            return true
        }
        return false
    }

    private func decode(into row: inout TableRow) {
        row.line = raw.line
        row.isSound = true
        row.bytes.removeAll(keepingCapacity: true)
        row.ends.removeAll(keepingCapacity: true)
        raw.bytes.withUnsafeBufferPointer { bytes in
            for (column, place) in places.enumerated() {
                let field = UnsafeBufferPointer(rebasing: bytes[raw.range(place)])
                let start = row.bytes.count
                if let flaw = decoder.decode(field, into: &row.bytes) {
                    note(flaw, in: columns[column])
                    row.isSound = false
                } else if row.bytes.count == start {
                    if columns[column].isRequired {
                        problems.add(.missingValue, line: raw.line, column: columns[column])
                        row.isSound = false
                    }
                } else if row.bytes.count - start > columns[column].longest {
                    checkLength(of: columns[column], from: start, in: &row)
                }
                row.ends.append(row.bytes.count)
            }
        }
    }

    /// Refuses a value with more characters (Unicode scalars, as PostgreSQL counts) than its column allows.
    private func checkLength(of column: ImportColumn, from start: Int, in row: inout TableRow) {
        let characters = row.bytes[start...].reduce(into: 0) { count, byte in count += byte & 0xC0 == 0x80 ? 0 : 1 }
        guard characters > column.longest else { return }
        problems.add(
            .tooLong, line: raw.line, column: column, value: String(decoding: row.bytes[start...], as: UTF8.self),
            expected: String(column.longest))
        row.bytes.removeLast(row.bytes.count - start)
        row.isSound = false
    }

    private func note(_ flaw: FieldDecoder.Flaw, in column: ImportColumn) {
        switch flaw {
        case .invalidByte(let byte, let position):
            problems.add(
                .wrongEncoding, line: raw.line, column: column, shown: "0x\(hexadecimal(byte)) @ \(position)",
                expected: encoding.rawValue)
        case .controlCharacter(let byte, let position):
            problems.add(
                .controlCharacter, line: raw.line, column: column, shown: "0x\(hexadecimal(byte)) @ \(position)")
        }
    }

    private func columnName(ofField field: Int?) -> String? {
        places.firstIndex { $0 == field }.map { columns[$0].name }
    }

    // MARK: - Header

    private func readHeader() throws {
        let signature = try reader.signature()
        if signature.starts(with: encoding.byteOrderMark) {
            reader.skip(encoding.byteOrderMark.count)
        } else if let foreign = ForeignFormat(signature: signature) {
            problems.add(.wrongEncoding, line: 1, value: foreign.name, expected: encoding.rawValue)
            try problems.throwIfAny()
        }
        repeat {
            guard try reader.next(into: &raw) else {
                problems.add(.emptyFile, line: nil)
                return try problems.throwIfAny()
            }
        } while raw.isBlank
        let names = headerNames()
        try problems.throwIfAny()
        width = names.count
        for column in columns {
            let found = names.indices.filter { names[$0] == column.name }
            switch found.count {
            case 0: problems.add(.missingColumn, line: raw.line, column: column, expected: expectedHeader)
            case 1: places.append(found[0])
            default: problems.add(.duplicateColumn, line: raw.line, column: column)
            }
        }
        let known = Set(columns.map(\.name))
        for name in names where !known.contains(name) {
            problems.add(.unknownColumn, line: raw.line, value: String(name.prefix(60)), expected: expectedHeader)
        }
        try problems.throwIfAny()
    }

    private var expectedHeader: String { columns.map(\.name).joined(separator: ",") }

    private func headerNames() -> [String] {
        var names: [String] = []
        if raw.brokenField != nil { problems.add(.brokenQuoting, line: raw.line) }
        for field in 0..<raw.count {
            var text: [UInt8] = []
            let flaw = raw[field].withUnsafeBufferPointer { decoder.decode($0, into: &text) }
            if let flaw { note(flaw, in: ImportColumn("\(field + 1)", longest: 0)) }
            names.append(String(decoding: text, as: UTF8.self).lowercased())
        }
        return names
    }
}

/// A byte as two hexadecimal digits.
private func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
