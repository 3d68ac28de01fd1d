/// Numbers written with a fixed count of decimal places, the same on every machine and in every locale.
package enum Decimals {
    /// The number rounded half away from zero.
    ///
    /// Right for magnitudes below 2⁵³ ÷ 10^places; beyond that, and for infinities, the shortest exact description is
    /// written.
    package static func text(_ number: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (number * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled.magnitude < 9_007_199_254_740_992 else { return number.description }
        let digits = String(Int(scaled.magnitude))
        let sign = scaled < 0 ? "-" : ""
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
