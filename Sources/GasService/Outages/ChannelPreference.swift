/// The order in which channels are tried for a household, until one is confirmed.
public struct ChannelPreference: Sendable, Hashable {
    /// The channels, the preferred first.
    public let channels: [NoticeChannel]

    /// The order by a district's settings: a channel's place, 0 for one that is not used.
    public init(settings: Settings) {
        let places: [(NoticeChannel, Int)] = [
            (.sms, settings[.smsOrder]), (.email, settings[.emailOrder]), (.call, settings[.callOrder]),
            (.hand, settings[.handOrder]),
        ]
        let used = places.enumerated().filter { $0.element.1 > 0 }
        channels = used.sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
    }

    /// What is tried for one household, in order: channels it can be reached by and that can count for it.
    ///
    /// A special-care household is called where there is a number, then visited, whatever the order says.
    ///
    /// - Parameters:
    ///   - hasPhone: whether a telephone number is on file.
    ///   - hasEmail: whether an e-mail address is on file.
    ///   - specialCare: whether the household is on the special-care register.
    /// - Returns: the channels, the first to be tried first.
    public func usable(hasPhone: Bool, hasEmail: Bool, specialCare: Bool) -> [NoticeChannel] {
        if specialCare { return hasPhone ? [.call, .hand] : [.hand] }
        return channels.filter { channel in
            switch channel {
            case .sms, .call: hasPhone
            case .email: hasEmail
            case .hand: true
            }
        }
    }
}
