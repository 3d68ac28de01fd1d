/// The public name of a notice, `<district>-<number>`.
public struct NoticeID: ServiceIdentifier {
    /// The most characters a notice's name may have: a district, a hyphen and nineteen digits.
    public static let longest = JobID.longest
    /// The district of the household.
    public let district: DistrictID
    /// The notice's number in that district, from 1 on.
    public let number: Int64

    /// Names the notice with a number in a district; nil when the number is not positive.
    public init?(district: DistrictID, number: Int64) {
        guard number > 0, !district.isCompany else { return nil }
        self.district = district
        self.number = number
    }

    /// Reads a name such as `A1-17`, which is written like a job's.
    public init?(_ text: String) {
        guard let name = JobID(text) else { return nil }
        self.init(district: name.district, number: name.number)
    }

    /// The name as it is written.
    public var text: String { "\(district.text)-\(number)" }

    /// Orders notices by district, then by number.
    public static func < (left: NoticeID, right: NoticeID) -> Bool {
        (left.district, left.number) < (right.district, right.number)
    }
}
