/// Why a household is sent a notice.
public enum NoticePurpose: String, Sendable, Hashable, Codable, CaseIterable {
    /// The outage is announced.
    case announcement
    /// Time or area were changed: what was announced before no longer holds.
    case change
    /// Works take longer than announced.
    case `extension`
    /// The outage does not take place.
    case cancellation
    /// Gas is back in the network.
    case restoration
}
