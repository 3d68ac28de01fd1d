package import GasService

/// What an import found wrong: every problem up to a limit that keeps memory bounded, and how many there were in all.
package struct ProblemList: Sendable {
    /// The most problems that are kept; beyond it they are only counted.
    package static let limit = 100_000

    /// The file as the user named it.
    package let file: String
    /// The problems kept, in the order found.
    package private(set) var problems: [RowProblem] = []
    /// How many problems were found.
    package private(set) var count = 0

    /// An empty list for a file.
    package init(file: String) { self.file = file }

    /// Whether nothing is wrong.
    package var isEmpty: Bool { count == 0 }

    /// Adds a problem of a column, with its value masked as the column asks.
    package mutating func add(
        _ fault: RowFault, line: Int?, column: ImportColumn, value: String? = nil, expected: String? = nil
    ) {
        add(
            RowProblem(
                file: file, line: line, column: column.name, value: value.map(column.shown), fault: fault,
                expected: expected))
    }

    /// Adds a problem of a column whose description of the value gives nothing private away.
    package mutating func add(
        _ fault: RowFault, line: Int?, column: ImportColumn, shown: String, expected: String? = nil
    ) {
        add(
            RowProblem(
                file: file, line: line, column: column.name, value: shown, fault: fault, expected: expected))
    }

    /// Adds a problem of a row, or of the file when there is no line.
    package mutating func add(_ fault: RowFault, line: Int?, value: String? = nil, expected: String? = nil) {
        add(RowProblem(file: file, line: line, value: value, fault: fault, expected: expected))
    }

    private mutating func add(_ problem: RowProblem) {
        count += 1
        if problems.count < Self.limit { problems.append(problem) }
    }

    /// The problems as the error that ends the import: by line, each line's in the order of its columns.
    ///
    /// - Throws: `GasworksError.badRows` when there is any problem.
    package func throwIfAny() throws {
        guard !isEmpty else { return }
        let sorted = problems.enumerated().sorted { left, right in
            (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
        }
        throw GasworksError.badRows(sorted.map(\.element))
    }
}
