/// One square of the city's grid.
struct CityDistrict {
    /// The district's code: a row's letters and a column's number.
    let code: String
    /// How many households it is to have.
    let households: Int
    /// The south-western corner, in degrees.
    let latitude: Double
    /// The south-western corner, in degrees.
    let longitude: Double

    /// The side of a district, in degrees north and east: about two kilometres each at 60 degrees north.
    static let side = (latitude: 0.018, longitude: 0.036)

    /// Cuts a city into districts of about 25,000 households, unequal as districts are.
    static func grid(households: Int, _ random: inout SplitMix64) -> [CityDistrict] {
        let count = min(households, max(1, (households + 12_500) / 25_000))
        let columns = Int(Double(count).squareRoot().rounded(.up))
        let weights = (0..<count).map { _ in Double.random(in: 0.7...1.3, using: &random) }
        let total = weights.reduce(0, +)
        var left = households
        return weights.enumerated().map { index, weight in
            let remaining = count - index - 1
            let share = min(max(1, Int(Double(households) * weight / total)), left - remaining)
            let size = remaining == 0 ? left : share
            left -= size
            let (row, column) = (index / columns, index % columns)
            return CityDistrict(
                code: "\(letters(row))\(column + 1)", households: size,
                latitude: 60.1 + Double(row) * side.latitude, longitude: 24.8 + Double(column) * side.longitude)
        }
    }

    /// Letters that count: A, B, … Z, AA, AB, and so on.
    private static func letters(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + number % 26)))
        return number < 26 ? letter : letters(number / 26 - 1) + letter
    }
}
