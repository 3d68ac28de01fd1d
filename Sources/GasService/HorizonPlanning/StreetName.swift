/// The street of an address, for planning neighbours on the same day.
public enum StreetName {
    /// The address without its house number: what stands before the last group of digits that does not open it.
    ///
    /// `Uudenmaankatu 19-21` gives `Uudenmaankatu`, `1-я Останкинская улица 11` gives `1-я Останкинская улица`, `人民路12号`
    /// gives `人民路`. An address without such a number is its own street. It needs to be right only often: a wrong street
    /// costs density, never a deadline.
    public static func of(_ address: String) -> String {
        let scalars = Array(address.unicodeScalars)
        var cut = scalars.count
        var index = 0
        var seenLetter = false
        while index < scalars.count {
            let scalar = scalars[index]
            if isDigit(scalar) {
                if seenLetter, index == 0 || !isDigit(scalars[index - 1]) {
                    cut = index
                    break
                }
            } else if scalar.properties.isAlphabetic, !isOrdinal(scalars, at: index) {
                seenLetter = true
            }
            index += 1
        }
        while cut > 0, !scalars[cut - 1].properties.isAlphabetic, !isDigit(scalars[cut - 1]) { cut -= 1 }
        var street = String.UnicodeScalarView()
        street.append(contentsOf: scalars[..<cut])
        return String(street)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Whether a letter belongs to an ordinal that opens the address, as in `1-я`, `17-й` or `3rd`.
    private static func isOrdinal(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard let first = scalars.first, isDigit(first) else { return false }
        return !scalars[..<index].contains(" ")
    }
}
