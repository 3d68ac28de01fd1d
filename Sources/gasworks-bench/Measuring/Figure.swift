import Presentation

/// One measured figure, as a row of README's table.
struct Figure {
    /// What was done.
    let work: String
    /// The yardstick and what it took; nil where there is none.
    var baseline: String?
    /// What Gasworks took.
    let measured: String
    /// Ours over the yardstick's; nil where there is none.
    var ratio: Double?
    /// The most that it may be.
    let allowed: String

    /// Prints the row; `deploy/bench` gathers what begins with a bar.
    func report() {
        let ratio = ratio.map { decimals($0) } ?? "–"
        print("| \(work) | \(baseline ?? "–") | \(measured) | \(ratio) | \(allowed) |")
    }
}

/// Seconds that work takes.
func measuredSeconds(_ work: () async throws -> Void) async throws -> Double {
    seconds(of: try await ContinuousClock().measure(work))
}

/// A duration in seconds.
func seconds(of duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

/// A number with so many decimals.
func decimals(_ value: Double, _ places: Int = 2) -> String { Decimals.text(value, places: places) }
