/// What a notice text can name, in double braces.
package enum NoticeField: String, Sendable, Hashable, CaseIterable {
    /// When the gas goes off.
    case start
    /// By when it is back.
    case end
    /// When this customer's gas is expected back; later than `end` where that falls into the night.
    case restoration
    /// Where the gas is off.
    case area
    /// Why.
    case reason
    /// Whom to call.
    case phone
    /// Whose notice it is.
    case company
    /// The household's account.
    case account
    /// The household's address and unit.
    case address
    /// The outage's number.
    case outage
}
