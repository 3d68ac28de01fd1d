/// One column of an import file.
package struct ImportColumn: Sendable, Hashable {
    /// The name in the header.
    package let name: String
    /// Whether a row must have a value here.
    package let isRequired: Bool
    /// The most characters that a value may have.
    package let longest: Int
    /// Whether values are personal data and never shown in a report.
    package let isPrivate: Bool

    /// Describes a column.
    package init(_ name: String, isRequired: Bool = false, longest: Int, isPrivate: Bool = false) {
        self.name = name
        self.isRequired = isRequired
        self.longest = longest
        self.isPrivate = isPrivate
    }

    /// A value as a report may show it: cut to a readable length, and stars for personal data.
    package func shown(_ value: String) -> String {
        guard !isPrivate else { return value.isEmpty ? "" : "***" }
        return value.count <= 60 ? value : value.prefix(59) + "…"
    }
}
