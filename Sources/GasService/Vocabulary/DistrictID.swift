/// The code of a district: the unit in which a dispatch centre works.
public struct DistrictID: ServiceIdentifier {
    /// The most characters such a code may have.
    public static let longest = 32
    /// The company as a whole (code `-`): settings of the company and crews that serve every district.
    public static let company = DistrictID(unchecked: "-")
    /// The code as it is written.
    public let text: String

    /// Reads a code; nil when it breaks the alphabet of `ServiceIdentifier` and is not `-`.
    public init?(_ text: String) {
        guard text == "-" || Self.accepts(text) else { return nil }
        self.text = text
    }

    private init(unchecked text: String) { self.text = text }

    /// Whether this stands for the company as a whole rather than for a place.
    public var isCompany: Bool { self == .company }
}
