/// The public name of a building campaign, `<district>-<plan version>-<number>`.
public struct CampaignID: ServiceIdentifier {
    /// The most characters a campaign's name may have: a district and two numbers.
    public static let longest = DistrictID.longest + 22
    /// The district.
    public let district: DistrictID
    /// The version of the horizon plan that made it.
    public let planVersion: Int32
    /// Its number in that plan, from 1 on.
    public let number: Int32

    /// Names a campaign.
    public init(district: DistrictID, planVersion: Int32, number: Int32) {
        self.district = district
        self.planVersion = planVersion
        self.number = number
    }

    /// Reads a name such as `A1-3-217`; the last two hyphens part the district from plan and number.
    public init?(_ text: String) {
        guard Self.accepts(text) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let number = Self.positive(parts[parts.count - 1]),
            let version = Self.positive(parts[parts.count - 2]),
            let district = DistrictID(parts.dropLast(2).joined(separator: "-"))
        else { return nil }
        self.init(district: district, planVersion: version, number: number)
    }

    /// The name as it is written.
    public var text: String { "\(district.text)-\(planVersion)-\(number)" }

    /// Orders campaigns by district, plan and number.
    public static func < (left: CampaignID, right: CampaignID) -> Bool {
        (left.district, left.planVersion, left.number) < (right.district, right.planVersion, right.number)
    }

    private static func positive(_ digits: Substring) -> Int32? {
        guard digits.first != "0", digits.allSatisfy(\.isNumber), let number = Int32(digits), number > 0 else {
            return nil
        }
        return number
    }
}
