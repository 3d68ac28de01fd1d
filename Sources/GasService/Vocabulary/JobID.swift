/// The public name of a job, such as `A1-4711`.
public struct JobID: DistrictNumbered {
    /// The district in which the job is done.
    public let district: DistrictID
    /// The job's number in that district, from 1 on.
    public let number: Int64

    /// Names the job with a number in a district; nil when the number is not positive.
    public init?(district: DistrictID, number: Int64) {
        guard Self.isNumber(number, of: district) else { return nil }
        (self.district, self.number) = (district, number)
    }
}
