extension Int {
    /// The number with its English noun: `1 stop`, `2 stops`, `2 branches`.
    func of(_ one: String, _ many: String? = nil) -> String {
        "\(grouped) " + (self == 1 ? one : many ?? one + "s")
    }

    /// The number with a comma between thousands, as English and Chinese tables both write it.
    package var grouped: String {
        let digits = Array(String(magnitude).utf8)
        var text = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }
}
