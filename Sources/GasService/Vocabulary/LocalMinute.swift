/// A time of day by the utility's clock, in whole minutes from 00:00 to 24:00.
///
/// 24:00 is the end of a day: a shift or an hour of closing may end there, nothing begins there.
public struct LocalMinute: Hashable, Sendable, Comparable, LosslessStringConvertible, Codable {
    /// Minutes since local midnight, 0 to 1440.
    public let minutes: Int

    /// 00:00, the start of a day.
    public static let startOfDay = LocalMinute(clamping: 0)
    /// 24:00, the end of a day.
    public static let endOfDay = LocalMinute(clamping: 1440)

    /// The time so many minutes after midnight; nil outside 0 to 1440.
    public init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    private init(clamping minutes: Int) { self.minutes = min(max(minutes, 0), 1440) }

    /// Reads `HH:MM`, 00:00 to 24:00.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = decimal(bytes[0..<2]),
            let minute = decimal(bytes[3..<5]), minute < 60
        else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    /// The time as `HH:MM`.
    public var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

    /// Orders times within a day.
    public static func < (left: LocalMinute, right: LocalMinute) -> Bool { left.minutes < right.minutes }

    /// Reads the time from a string `HH:MM`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = LocalMinute(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time HH:MM")
        }
        self = value
    }

    /// Writes the time as a string `HH:MM`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
