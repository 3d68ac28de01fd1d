/// A line of a file that is not blank, in words, with its number.
struct NumberedLine {
    var number: Int
    var text: String

    var words: [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The line's numbers; at least so many.
    func numbers(_ least: Int) throws(InstanceError) -> [Double] {
        let values = words.compactMap(Double.init)
        guard values.count == words.count, values.count >= least, values.allSatisfy(\.isFinite) else {
            throw .malformedLine(number: number, text: text)
        }
        return values
    }

    static func lines(of text: String) -> [NumberedLine] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            let line = NumberedLine(number: $0.offset + 1, text: String($0.element))
            return line.words.isEmpty ? nil : line
        }
    }
}
