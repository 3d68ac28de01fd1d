/// The public name of a notice, such as `A1-17`.
public struct NoticeID: DistrictNumbered {
    /// The district of the household.
    public let district: DistrictID
    /// The notice's number in that district, from 1 on.
    public let number: Int64

    /// Names the notice with a number in a district; nil when the number is not positive.
    public init?(district: DistrictID, number: Int64) {
        guard Self.isNumber(number, of: district) else { return nil }
        (self.district, self.number) = (district, number)
    }
}
