/// The public name of a thing that its district numbers, `<district>-<number>`: whoever has it knows where to look.
public protocol DistrictNumbered: ServiceIdentifier {
    /// The district that gave the number.
    var district: DistrictID { get }
    /// The number in that district, from 1 on.
    var number: Int64 { get }

    /// Names the thing with a number in a district; nil when the number is not positive or the district is the company.
    init?(district: DistrictID, number: Int64)
}

extension DistrictNumbered {
    /// The most characters such a name may have: a district, a hyphen and nineteen digits.
    public static var longest: Int { DistrictID.longest + 20 }

    /// Reads a name such as `A1-4711`; the last hyphen parts the district from the number.
    public init?(_ text: String) {
        guard Self.accepts(text), let hyphen = text.lastIndex(of: "-"),
            let district = DistrictID(String(text[..<hyphen]))
        else { return nil }
        let digits = text[text.index(after: hyphen)...]
        guard digits.first != "0", digits.allSatisfy(\.isNumber), let number = Int64(digits) else { return nil }
        self.init(district: district, number: number)
    }

    /// The name as it is written.
    public var text: String { "\(district.text)-\(number)" }

    /// Orders by district, then by number.
    public static func < (left: Self, right: Self) -> Bool {
        (left.district, left.number) < (right.district, right.number)
    }

    /// Whether a district may have given the number.
    static func isNumber(_ number: Int64, of district: DistrictID) -> Bool { number > 0 && !district.isCompany }
}
