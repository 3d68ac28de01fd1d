internal import Foundation

/// How much worse a solution may be and still be accepted: simulated annealing with a geometric schedule.
///
/// Christiaens & Vanden Berghe (2020), §5.3. Temperatures are relative to what one arc of a good solution costs, so
/// that metres, tenths or milli-euros behave alike.
struct Annealing {
    /// First and last temperature, in average arc costs.
    static let hottest = 0.6
    static let coldest = 0.01

    private let first: Double
    private let ratio: Double
    private(set) var temperature: Double

    /// Makes a schedule for solutions whose arcs cost so much on average.
    init(arcCost: Double) {
        first = max(arcCost, 1e-9) * Self.hottest
        ratio = log(Self.coldest / Self.hottest)
        temperature = first
    }

    /// Sets the temperature for a fraction of the search's whole length.
    mutating func cool(to progress: Double) {
        temperature = first * exp(ratio * min(1, progress))
    }

    /// The cost below which a solution is accepted instead of the current one.
    @inline(__always)
    func threshold(_ current: Int, random: inout RandomSource) -> Double {
        Double(current) - temperature * log(1 - random.unit())
    }
}
