internal import Foundation

/// How much worse a solution may be and still be accepted: simulated annealing with a geometric schedule.
///
/// Christiaens & Vanden Berghe (2020), §5.3. Temperatures are relative to what one arc of a good solution costs, so
/// that metres, tenths or milli-euros behave alike.
struct Annealing {
    /// First and last temperature, in average arc costs.
    private static let hottest = 1.0
    private static let coldest = 0.01

    private let first: Double
    private let ratio: Double
    private(set) var temperature: Double
    private var cycles = 1

    /// Makes a schedule for solutions whose arcs cost so much on average.
    init(arcCost: Double) {
        first = max(arcCost, 1e-9) * Self.hottest
        ratio = log(Self.coldest / Self.hottest)
        temperature = first
    }

    /// Sets the temperature for a fraction of the search's whole length.
    mutating func cool(to progress: Double) {
        let phase = min(progress, 0.999_999) * Double(cycles)
        temperature = first * exp(ratio * (phase - phase.rounded(.down)))
    }

    /// Settles how often the search heats up again, once it is known how long it will be.
    ///
    /// A long search of a small problem ends in the same valley whether it cools slowly or very slowly; several
    /// coolings see several valleys.
    mutating func divide(iterationsForEachVisit iterations: Double) {
        cycles = iterations > 6000 ? 3 : iterations > 2500 ? 2 : 1
    }

    /// The cost below which a solution is accepted instead of the current one.
    @inline(__always)
    func threshold(_ current: Int, random: inout RandomSource) -> Double {
        Double(current) - temperature * log(1 - random.unit())
    }
}
