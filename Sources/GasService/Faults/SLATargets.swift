/// How many minutes each milestone may take, by severity and scope, as it held when a fault was reported.
///
/// They are kept with the report, so that a fault is judged by the version that held then. No setting widens the
/// regulation's six hours to handle and twenty-four to repair.
public struct SLATargets: Sendable, Hashable {
    /// Minutes to be on site in an emergency.
    public let emergencyArrival: Int
    /// Minutes to set off to a customer's equipment.
    public let customerSetOff: Int
    /// Minutes to handle, by severity.
    public let handling: [FaultSeverity: Int]
    /// Minutes to repair, by severity.
    public let repair: [FaultSeverity: Int]

    /// The regulation's minutes to handle a fault.
    public static let longestHandling = 6 * 60
    /// The regulation's minutes to repair one.
    public static let longestRepair = 24 * 60

    /// Targets in minutes; those beyond the regulation's are cut to it.
    public init(
        emergencyArrival: Int, customerSetOff: Int, handling: [FaultSeverity: Int], repair: [FaultSeverity: Int]
    ) {
        self.emergencyArrival = emergencyArrival
        self.customerSetOff = customerSetOff
        self.handling = handling.mapValues { min($0, Self.longestHandling) }
        self.repair = repair.mapValues { min($0, Self.longestRepair) }
    }

    /// The targets of a district's settings.
    public init(settings: Settings) {
        self.init(
            emergencyArrival: settings[.emergencyArrivalMinutes], customerSetOff: settings[.customerSetOffMinutes],
            handling: [
                .emergency: settings[.emergencyHandlingMinutes], .major: settings[.majorHandlingMinutes],
                .general: settings[.generalHandlingMinutes],
            ],
            repair: [
                .emergency: settings[.emergencyRepairMinutes], .major: settings[.majorRepairMinutes],
                .general: settings[.generalRepairMinutes],
            ])
    }

    /// The minutes a milestone may take; nil when none are set for it.
    public func minutes(to milestone: SLAMilestone, _ severity: FaultSeverity, _ scope: FaultScope) -> Int? {
        switch milestone {
        case .setOff: scope == .customer ? customerSetOff : nil
        case .arrival: severity == .emergency ? emergencyArrival : nil
        case .handling, .telling: handling[severity] ?? Self.longestHandling
        case .repair: repair[severity] ?? Self.longestRepair
        }
    }
}
