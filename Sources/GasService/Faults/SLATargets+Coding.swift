extension SLATargets: Codable {
    private enum CodingKeys: String, CodingKey {
        case emergencyArrival = "emergency_arrival"
        case customerSetOff = "customer_set_off"
        case handling
        case repair
    }

    /// Reads targets as they are kept with a report.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            emergencyArrival: try container.decode(Int.self, forKey: .emergencyArrival),
            customerSetOff: try container.decode(Int.self, forKey: .customerSetOff),
            handling: Self.bySeverity(try container.decode([String: Int].self, forKey: .handling)),
            repair: Self.bySeverity(try container.decode([String: Int].self, forKey: .repair)))
    }

    /// Writes them in the same form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(emergencyArrival, forKey: .emergencyArrival)
        try container.encode(customerSetOff, forKey: .customerSetOff)
        try container.encode(Self.byName(handling), forKey: .handling)
        try container.encode(Self.byName(repair), forKey: .repair)
    }

    private static func bySeverity(_ names: [String: Int]) -> [FaultSeverity: Int] {
        Dictionary(
            names.compactMap { name, minutes in FaultSeverity(rawValue: name).map { ($0, minutes) } },
            uniquingKeysWith: { first, _ in first })
    }

    private static func byName(_ minutes: [FaultSeverity: Int]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: minutes.map { ($0.key.rawValue, $0.value) })
    }
}
