/// A way in which one household is told; public announcements are not among them, for they never count alone.
public enum NoticeChannel: String, Sendable, Hashable, Codable, CaseIterable {
    /// A text message, through a gateway.
    case sms
    /// An e-mail.
    case email
    /// A telephone call.
    case call
    /// A printed notice that a crew takes to the door.
    case hand

    /// Whether the program delivers it by itself, through a gateway; the others are people's work and are recorded.
    public var isAutomatic: Bool { self == .sms || self == .email }
}

/// How it came to be known that a household was told.
public enum NoticeManner: String, Sendable, Hashable, Codable, CaseIterable {
    /// A gateway's receipt says that the message arrived.
    case receipt
    /// A person of the household answered the call.
    case call
    /// The notice was handed over to a person.
    case handed
    /// The notice was left in the letter box or on the door.
    case posted

    /// Whether a person spoke to a person.
    public var isPersonal: Bool { self == .call || self == .handed }

    /// Whether a household told in this manner is told as the rule asks.
    ///
    /// Source: RULES.md, Outage notices: in writing or by announcement for all [L], special-care households in person or
    /// by telephone [R, P].
    ///
    /// - Parameter specialCare: whether the household is on the special-care register.
    /// - Returns: whether it counts.
    public func counts(specialCare: Bool) -> Bool { !specialCare || isPersonal }
}
