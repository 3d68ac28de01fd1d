internal import Foundation

/// How a benchmark's real numbers become the whole numbers that are compared.
public enum Rounding: String, Sendable, CaseIterable {
    /// Truncated to one decimal, the convention of the 12th DIMACS Implementation Challenge: everything in tenths.
    case dimacs
    /// Three decimals: everything in thousandths. Distances are rounded to the nearest; travel times are rounded up,
    /// so that what is feasible here is feasible in real numbers too.
    case exact

    /// Units for each 1 of the file.
    public var unitsPerOne: Int {
        switch self {
        case .dimacs: 10
        case .exact: 1000
        }
    }

    /// Number of decimals in which a cost is printed.
    public var decimals: Int {
        switch self {
        case .dimacs: 1
        case .exact: 3
        }
    }

    func distance(_ length: Double) -> Int32 {
        switch self {
        case .dimacs: Int32(length * 10 + 1e-9)
        case .exact: Int32((length * 1000).rounded())
        }
    }

    func travelTime(_ length: Double) -> Int32 {
        switch self {
        case .dimacs: distance(length)
        case .exact: Int32((length * 1000 - 1e-6).rounded(.up))
        }
    }

    /// Units for a number of the file that is not a distance.
    func units(_ number: Double) -> Int {
        Int((number * Double(unitsPerOne)).rounded())
    }
}
