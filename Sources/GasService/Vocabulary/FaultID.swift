/// The public name of a fault, `<district>-<number>`: whoever has it knows in which district to look.
public struct FaultID: DistrictNumbered {
    /// The district in which the fault is.
    public let district: DistrictID
    /// The fault's number in that district, from 1 on.
    public let number: Int64

    /// Names the fault with a number in a district; nil when the number is not positive.
    public init?(district: DistrictID, number: Int64) {
        guard Self.isNumber(number, of: district) else { return nil }
        self.district = district
        self.number = number
    }
}
