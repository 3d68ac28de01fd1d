/// A setting's value as it is stored: one JSON scalar.
public enum SettingValue: Sendable, Hashable, Codable {
    /// A whole number.
    case integer(Int)
    /// A number with decimals.
    case decimal(Double)
    /// Yes or no.
    case flag(Bool)
    /// A time of day, stored as `HH:MM`.
    case time(LocalMinute)
    /// Days of a calendar, stored as `YYYY-MM-DD,YYYY-MM-DD,…` or `none`.
    case days(DayList)

    /// Reads the JSON scalar.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else if let decimal = try? container.decode(Double.self) {
            self = .decimal(decimal)
        } else if let days = DayList(try container.decode(String.self)) {
            self = .days(days)
        } else {
            self = .time(try container.decode(LocalMinute.self))
        }
    }

    /// Writes the JSON scalar.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .integer(let value): try container.encode(value)
        case .decimal(let value): try container.encode(value)
        case .flag(let value): try container.encode(value)
        case .time(let value): try container.encode(value)
        case .days(let value): try container.encode(value.description)
        }
    }
}

extension SettingValue: CustomStringConvertible {
    /// The value as it is typed and shown.
    public var description: String {
        switch self {
        case .integer(let value): "\(value)"
        case .decimal(let value): "\(value)"
        case .flag(let value): "\(value)"
        case .time(let value): value.description
        case .days(let value): value.description
        }
    }

    /// The value in short, for a list of settings: the first and the last of many days, and how many they are.
    public var summary: String {
        guard case .days(let list) = self, list.days.count > 2, let first = list.days.first, let last = list.days.last
        else { return description }
        return "\(first) … \(last) (\(list.days.count))"
    }

    /// The value as JSON, for the database's `json` column.
    public var json: String {
        switch self {
        case .time, .days: "\"\(self)\""
        case .integer, .decimal, .flag: description
        }
    }
}

/// A Swift type that a setting can have.
public protocol SettingRepresentable: Sendable {
    /// Reads the type from a stored value; nil when it is of another kind.
    init?(_ value: SettingValue)
    /// Reads the type as people type it.
    init?(_ text: String)
    /// The value to store.
    var settingValue: SettingValue { get }
}

extension Int: SettingRepresentable {
    /// Reads a whole number.
    public init?(_ value: SettingValue) {
        guard case .integer(let number) = value else { return nil }
        self = number
    }

    /// The value to store.
    public var settingValue: SettingValue { .integer(self) }
}

extension Double: SettingRepresentable {
    /// Reads a number; a whole one will do.
    public init?(_ value: SettingValue) {
        switch value {
        case .decimal(let number): self = number
        case .integer(let number): self = Double(number)
        default: return nil
        }
    }

    /// The value to store.
    public var settingValue: SettingValue { .decimal(self) }
}

extension LocalMinute: SettingRepresentable {
    /// Reads a time of day.
    public init?(_ value: SettingValue) {
        guard case .time(let time) = value else { return nil }
        self = time
    }

    /// The value to store.
    public var settingValue: SettingValue { .time(self) }
}

/// Yes or no as a setting; false is ordered before true.
public struct SettingFlag: SettingRepresentable, Comparable, ExpressibleByBooleanLiteral {
    /// Whether it is on.
    public let isOn: Bool

    /// A literal true or false.
    public init(booleanLiteral value: Bool) { self.isOn = value }

    /// Reads a stored flag.
    public init?(_ value: SettingValue) {
        guard case .flag(let flag) = value else { return nil }
        self.isOn = flag
    }

    /// Reads `true`, `false`, `on`, `off`, `yes` or `no`.
    public init?(_ text: String) {
        switch text {
        case "true", "on", "yes": self.isOn = true
        case "false", "off", "no": self.isOn = false
        default: return nil
        }
    }

    /// The value to store.
    public var settingValue: SettingValue { .flag(isOn) }

    /// Orders off before on.
    public static func < (left: SettingFlag, right: SettingFlag) -> Bool { !left.isOn && right.isOn }
}
