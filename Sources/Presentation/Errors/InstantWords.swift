package import GasService

/// How an error tells instants: by the utility's clock where it is known, as a reader of a clock on the wall expects;
/// else in UTC, with its `Z`.
package struct InstantWords: Sendable {
    private let zone: UtilityTimeZone?

    /// Tells instants by a utility's clock, or in UTC.
    package init(_ zone: UtilityTimeZone?) { self.zone = zone }

    /// The instant in words.
    func callAsFunction(_ instant: Instant) -> String { zone?.minuteText(of: instant) ?? instant.description }

    /// A value in words: an instant, or two with dots between them, by the clock; anything else as it is.
    func callAsFunction(_ value: String) -> String {
        let parts = value.split(separator: "...", omittingEmptySubsequences: false).map(String.init)
        let instants = parts.compactMap { Instant($0) }
        guard instants.count == parts.count else { return value }
        return instants.map { self($0) }.joined(separator: " ... ")
    }
}
