/// The public name of an outage, `O-<number>`; outages are the company's, for they touch several districts.
public struct OutageID: ServiceIdentifier {
    /// The most characters an outage's name may have: `O-` and ten digits.
    public static let longest = 12
    /// The outage's number, from 1 on.
    public let number: Int32

    /// Names the outage with a number; nil when the number is not positive.
    public init?(number: Int32) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Reads a name such as `O-12`.
    public init?(_ text: String) {
        guard text.hasPrefix("O-"), Self.accepts(text) else { return nil }
        let digits = text.dropFirst(2)
        guard digits.first != "0", digits.allSatisfy(\.isNumber), let number = Int32(digits) else { return nil }
        self.init(number: number)
    }

    /// The name as it is written.
    public var text: String { "O-\(number)" }

    /// Orders outages by number.
    public static func < (left: OutageID, right: OutageID) -> Bool { left.number < right.number }
}
