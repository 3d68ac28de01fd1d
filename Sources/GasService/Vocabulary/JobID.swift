/// The public name of a job, `<district>-<number>`: whoever has it knows in which district to look.
public struct JobID: ServiceIdentifier {
    /// The most characters a job's name may have: a district, a hyphen and nineteen digits.
    public static let longest = DistrictID.longest + 20
    /// The district in which the job is done.
    public let district: DistrictID
    /// The job's number in that district, from 1 on.
    public let number: Int64

    /// Names the job with a number in a district; nil when the number is not positive.
    public init?(district: DistrictID, number: Int64) {
        guard number > 0, !district.isCompany else { return nil }
        self.district = district
        self.number = number
    }

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

    /// Orders jobs by district, then by number.
    public static func < (left: JobID, right: JobID) -> Bool {
        (left.district, left.number) < (right.district, right.number)
    }
}
