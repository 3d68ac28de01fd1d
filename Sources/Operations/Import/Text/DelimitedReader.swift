/// Reads comma-separated rows (RFC 4180) from a stream of bytes, in constant memory and one pass.
///
/// Rows end with LF or CRLF; quoted fields may hold commas, line ends and doubled quotation marks. Splitting works on
/// the raw bytes and is right for UTF-8 and GB18030 alike: neither uses the bytes of `,`, `"`, CR or LF inside a
/// character. Decoding is the fields' business (`FieldDecoder`), so that a byte an encoding does not have is reported
/// in the field where it stands and spoils no other row.
///
/// A quotation mark that is never closed would swallow the rest of the file. The reader then reports the row on which
/// it was opened and goes on with the next physical line, so that the rows behind it are still checked.
package final class DelimitedReader {
    /// Fills a buffer with the next bytes; 0 at the end.
    package typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

    private let source: Source
    private let longestRow: Int
    private var buffer: UnsafeMutableBufferPointer<UInt8>
    private var position = 0
    private var limit = 0
    private var sourceIsDry = false
    private var line = 1
    /// Bytes handed over as rows so far, for progress.
    package private(set) var consumed = 0

    /// Reads from a source.
    ///
    /// - Parameters:
    ///   - chunk: bytes asked of the source at a time; any size gives the same rows.
    ///   - longestRow: bytes after which a row is given up as an unclosed quotation mark.
    ///   - source: where the bytes come from.
    package init(chunk: Int = 1 << 18, longestRow: Int = 1 << 20, source: @escaping Source) {
        self.source = source
        self.longestRow = longestRow
        buffer = .allocate(capacity: max(16, chunk))
    }

    deinit { buffer.deallocate() }

    /// The first bytes of the stream without consuming them: at most 16, fewer only when the stream is shorter.
    package func signature() throws -> [UInt8] {
        while limit - position < 16, !sourceIsDry { try refill() }
        return Array(buffer[position..<min(limit, position + 16)])
    }

    /// Passes over bytes, such as a byte order mark that `signature()` showed.
    package func skip(_ count: Int) {
        let passed = min(count, limit - position)
        position += passed
        consumed += passed
    }

    /// Reads the next row; false at the end of the stream.
    package func next(into row: inout DelimitedRow) throws -> Bool {
        while true {
            row.begin(line: line)
            switch scan(&row) {
            case .row(let end, let lines):
                consumed += end - position
                position = end
                line += lines
                return true
            case .end:
                return false
            case .unclosed:
                try abandonFirstLine()
                return true
            case .starved:
                if limit - position > longestRow {
                    row.markBroken()
                    try abandonFirstLine()
                    return true
                }
                try refill()
            }
        }
    }

    private enum Scan {
        case row(end: Int, lines: Int)
        case end
        case unclosed
        case starved
    }

    private func scan(_ row: inout DelimitedRow) -> Scan {
        let bytes = UnsafeBufferPointer(rebasing: buffer[..<limit])
        let isDry = sourceIsDry
        let start = position
        var at = start
        var lines = 0
        if at == bytes.count { return isDry ? .end : .starved }
        while true {
            if at < bytes.count, bytes[at] == Byte.quote {
                guard let after = scanQuoted(bytes, from: at + 1, isDry: isDry, &row, &lines) else {
                    guard isDry else { return .starved }
                    row.markBroken()
                    return .unclosed
                }
                at = after
            }
            let plain = at
            while at < bytes.count, bytes[at] != Byte.comma, bytes[at] != Byte.lineFeed {
                if bytes[at] == Byte.quote { row.markBroken() }
                at += 1
            }
            if at == bytes.count, !isDry { return .starved }
            let endsRow = at == bytes.count || bytes[at] == Byte.lineFeed
            let hasReturn = endsRow && at > plain && bytes[at - 1] == Byte.carriageReturn
            let rest = UnsafeBufferPointer(rebasing: bytes[plain..<(hasReturn ? at - 1 : at)])
            if !rest.isEmpty, plain > start, bytes[plain - 1] == Byte.quote { row.markBroken() }
            row.append(rest)
            row.endField()
            if endsRow { return .row(end: min(at + 1, bytes.count), lines: lines + 1) }
            at += 1
        }
    }

    /// Takes in a quoted field from behind its opening mark; the place behind its closing mark, or nil if the bytes
    /// end first.
    private func scanQuoted(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isDry: Bool, _ row: inout DelimitedRow, _ lines: inout Int
    ) -> Int? {
        var at = start
        while true {
            let begin = at
            while at < bytes.count, bytes[at] != Byte.quote {
                if bytes[at] == Byte.lineFeed { lines += 1 }
                at += 1
            }
            if at == bytes.count || (at + 1 == bytes.count && !isDry) { return nil }
            let isDoubled = at + 1 < bytes.count && bytes[at + 1] == Byte.quote
            row.append(UnsafeBufferPointer(rebasing: bytes[begin..<(isDoubled ? at + 1 : at)]))
            if !isDoubled { return at + 1 }
            at += 2
        }
    }

    /// Moves behind the first physical line of a row that cannot be read as a whole.
    private func abandonFirstLine() throws {
        line += 1
        while true {
            var end = position
            while end < limit, buffer[end] != Byte.lineFeed { end += 1 }
            let isFound = end < limit
            if isFound { end += 1 }
            consumed += end - position
            position = end
            if isFound || sourceIsDry { return }
            try refill()
        }
    }

    /// Fetches more bytes behind those not yet read, making room first.
    private func refill() throws {
        let unread = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[position..<limit])
        if unread.count == buffer.count {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: buffer.count * 2)
            UnsafeMutableRawBufferPointer(larger).copyMemory(from: unread)
            buffer.deallocate()
            buffer = larger
        } else if position > 0 {
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: unread)
        }
        limit = unread.count
        position = 0
        let count = try source(UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[limit...]))
        limit += count
        sourceIsDry = count == 0
    }
}

/// The bytes that delimit.
enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
