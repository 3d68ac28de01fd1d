package import GasService

/// What a change of a cycle rule does to what is due, district by district.
package struct RuleChangeReport: Sendable, Hashable, Codable {
    /// The rule's number; nil for a preview.
    package var id: Int?
    /// Whether nothing was changed.
    package let isPreview: Bool
    /// The districts that the change reaches.
    package let districts: [DistrictChange]

    /// What it does in a district.
    package struct DistrictChange: Sendable, Hashable, Codable {
        /// The district.
        package let district: DistrictID
        /// Open obligations of the class.
        package let obligations: Int
        /// Those whose deadline moves.
        package let moved: Int
        /// Those of them whose deadline comes earlier.
        package let earlier: Int
        /// Those of them whose deadline comes later.
        package let later: Int
        /// Days by which moved deadlines move, on average; negative for earlier.
        package let meanShiftDays: Double
        /// Overdue today, before the change.
        package let overdueBefore: Int
        /// Overdue today, after it.
        package let overdueAfter: Int
        /// Crew-hours inside households that deadlines of a month ask for, revisits included, all classes together.
        package let months: [MonthWork]
        /// Whether hours suffice for the plan's two years before the change; nil: they do.
        package let shortageBefore: HorizonReport.Shortage?
        /// Whether they do after it.
        package let shortageAfter: HorizonReport.Shortage?
    }

    /// The work that deadlines of a month ask for.
    package struct MonthWork: Sendable, Hashable, Codable {
        /// The month, `2027-03`.
        package let month: String
        /// Hours before the change.
        package let before: Double
        /// Hours after it.
        package let after: Double
    }
}
