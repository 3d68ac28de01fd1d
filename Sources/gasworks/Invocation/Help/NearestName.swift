/// The name that a mistyped one was probably meant to be.
enum NearestName {
    /// The name that takes the fewest changes; nil when even that takes more than a third of the letters typed.
    static func of(_ typed: String, among names: [String]) -> String? {
        let found = names.map { (name: $0, distance: distance(Array(typed.utf8), Array($0.utf8))) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return found.flatMap { $0.distance <= max(1, typed.utf8.count / 3) ? $0.name : nil }
    }

    /// Letters to insert, remove, replace, or exchange with their neighbour.
    ///
    /// Source: optimal string alignment, after Damerau, "A technique for computer detection and correction of spelling
    /// errors", CACM 7 (1964). The product of the lengths in time.
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var rows = [Array(0...right.count)]
        for (i, letter) in left.enumerated() {
            var row = [i + 1]
            for (j, other) in right.enumerated() {
                var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter == other ? 0 : 1))
                if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
                    cost = min(cost, rows[i - 1][j - 1] + 1)
                }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
