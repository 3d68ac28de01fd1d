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
