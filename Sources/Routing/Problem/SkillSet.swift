/// A set of up to 64 skills, each a number the caller has given a meaning.
///
/// The solver only asks whether a crew's set covers a visit's; what skill 3 is called is the caller's business.
public struct SkillSet: OptionSet, Hashable, Sendable {
    /// One bit for each skill.
    public let rawValue: UInt64

    /// Makes a set from its bits.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// Makes the set that holds one skill, numbered 0 to 63.
    public init(skill number: Int) {
        precondition((0..<64).contains(number), "skills are numbered 0 to 63")
        self.init(rawValue: 1 << UInt64(number))
    }

    /// The numbers of the skills in the set, ascending.
    public var numbers: [Int] {
        (0..<64).filter { rawValue & (1 << UInt64($0)) != 0 }
    }
}
