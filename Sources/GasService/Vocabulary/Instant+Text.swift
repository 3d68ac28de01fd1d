extension Instant: LosslessStringConvertible, Codable {
    /// Reads ISO 8601 with an offset: `2026-11-24T08:11:07Z`, `2026-11-24 16:11:07.25+08:00`, seconds optional.
    ///
    /// An offset is required: a time without one means different instants to different readers.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let date = CalendarDate(String(decoding: bytes[0..<10], as: UTF8.self)),
            let time = LocalMinute(String(decoding: bytes[11..<16], as: UTF8.self)), time < .endOfDay
        else { return nil }
        var rest = bytes[16...]
        var microseconds: Int64 = 0
        if rest.first == UInt8(ascii: ":") {
            guard rest.count >= 3, let second = decimal(rest.dropFirst().prefix(2)), second < 60 else { return nil }
            microseconds = Int64(second) * 1_000_000
            rest = rest.dropFirst(3)
            if rest.first == UInt8(ascii: ".") {
                let digits = rest.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
                let kept =
                    Array(digits.prefix(6)) + Array(repeating: UInt8(ascii: "0"), count: max(0, 6 - digits.count))
                guard !digits.isEmpty, let fraction = decimal(kept[...]) else { return nil }
                microseconds += Int64(fraction)
                rest = rest.dropFirst(1 + digits.count)
            }
        }
        guard let offset = offsetSeconds(rest) else { return nil }
        let seconds = Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60 - Int64(offset)
        self.init(microseconds: seconds * 1_000_000 + microseconds)
    }

    /// The instant in UTC as `YYYY-MM-DDTHH:MM:SSZ`, with six decimals of a second when they are not all zero.
    public var description: String {
        let seconds = Int(secondsSince1970)
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let second = seconds - day * 86_400
        let fraction = Int(microseconds - secondsSince1970 * 1_000_000)
        let time = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        return "\(CalendarDate(clamping: day))T\(time)\(fraction == 0 ? "" : "." + padded(fraction, 6))Z"
    }

    /// Reads the instant from an ISO 8601 string with an offset.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Instant(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO 8601 instant")
        }
        self = value
    }

    /// Writes the instant as an ISO 8601 string in UTC.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Seconds east of Greenwich of `Z`, `+08`, `+0800` or `+08:00`.
private func offsetSeconds(_ text: ArraySlice<UInt8>) -> Int? {
    if text.elementsEqual([UInt8(ascii: "Z")]) || text.elementsEqual([UInt8(ascii: "z")]) { return 0 }
    guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = text.dropFirst()
    let hours: Int?
    let minutes: Int?
    switch digits.count {
    case 2: (hours, minutes) = (decimal(digits), 0)
    case 4: (hours, minutes) = (decimal(digits.prefix(2)), decimal(digits.suffix(2)))
    case 5 where digits.dropFirst(2).first == UInt8(ascii: ":"):
        (hours, minutes) = (decimal(digits.prefix(2)), decimal(digits.suffix(2)))
    default: return nil
    }
    guard let hours, let minutes, hours <= 15, minutes < 60 else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
}
