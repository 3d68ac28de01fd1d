/// What came of a visit to a household (RULES.md, A visit).
public enum VisitResult: String, Sendable, Hashable, Codable, CaseIterable {
    /// Inspected, and every item of the checklist was in order.
    case passed
    /// Inspected, and at least one item failed.
    case hazard
    /// Nobody opened.
    case noAccess = "no_access"
    /// Somebody opened and did not let the crew in.
    case refused
    /// Nobody lives there.
    case vacant
    /// The household could not be found at the address.
    case notFound = "not_found"

    /// Whether the visit is a completed inspection: someone got in and the whole checklist was answered.
    public var isCompletedInspection: Bool { self == .passed || self == .hazard }

    /// Reads a result as the database writes it or as people type it (`no-access`).
    public init?(spelled text: String) {
        self.init(rawValue: text.replacing("-", with: "_"))
    }
}
