import Operations

/// A generator of reproducible randomness (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension DelimitedReader {
    /// A reader over bytes in memory, which hand themselves out in pieces of random size.
    static func over(_ bytes: [UInt8], pieces: ClosedRange<Int> = 1...4096, seed: UInt64 = 1, chunk: Int = 64)
        -> DelimitedReader
    {
        var random = Seeded(state: seed)
        var position = 0
        return DelimitedReader(chunk: chunk, longestRow: 1 << 14) { buffer in
            let count = min(Int.random(in: pieces, using: &random), buffer.count, bytes.count - position)
            buffer.copyBytes(from: bytes[position..<(position + count)])
            position += count
            return count
        }
    }

    /// A reader over text.
    static func over(_ text: String) -> DelimitedReader { over(Array(text.utf8)) }

    /// All rows, each as its line and its fields' text.
    func all() throws -> [ReadRow] {
        var rows: [ReadRow] = []
        var row = DelimitedRow()
        while try next(into: &row) {
            let fields = (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
            rows.append(ReadRow(line: row.line, fields: fields, brokenField: row.brokenField))
        }
        return rows
    }
}

/// A row as a test compares it.
struct ReadRow: Equatable {
    var line: Int
    var fields: [String]
    var brokenField: Int?
}
