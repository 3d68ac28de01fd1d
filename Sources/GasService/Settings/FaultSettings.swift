extension Setting where Value == Int {
    /// Minutes to be on site in an emergency.
    public static let emergencyArrivalMinutes = minutes(
        "faults.arrival.emergency", 30, most: 120, "Faults: on site 30 min in town, 50 outside [P]")
    /// Minutes to set off to a customer's equipment.
    public static let customerSetOffMinutes = minutes(
        "faults.set_off.customer", 30, most: 360, "Faults: staff set off at once [R], within 30 min [P]")
    /// Minutes to handle an emergency.
    public static let emergencyHandlingMinutes = handling(.emergency)
    /// Minutes to handle a major fault.
    public static let majorHandlingMinutes = handling(.major)
    /// Minutes to handle a general fault.
    public static let generalHandlingMinutes = handling(.general)
    /// Minutes to repair an emergency.
    public static let emergencyRepairMinutes = repair(.emergency)
    /// Minutes to repair a major fault.
    public static let majorRepairMinutes = repair(.major)
    /// Minutes to repair a general fault.
    public static let generalRepairMinutes = repair(.general)

    /// Minutes that a crew is usually busy with a fault.
    public static let faultVisitMinutes = minutes(
        "faults.visit_minutes", 60, most: 480, "practice: an hour on site, until own figures are known")

    /// Minutes that a crew may be kept beyond its shift by a fault for which nobody else can come.
    public static let overtimeMinutes = Setting(
        "faults.overtime_minutes", 120, in: 0...720, unit: "minutes",
        source: "practice: nobody leaves a leak at closing time")

    /// Days ahead for which a customer may agree to another time.
    public static let agreementDays = Setting(
        "faults.agreement_days", 30, in: 1...366, unit: "count",
        source: "Faults: except as agreed with the customer [R]")
    /// Hours for which missing parts stop a clock at most.
    public static let partsHours = Setting(
        "faults.parts_hours", 168, in: 1...2160, unit: "hours",
        source: "Faults: no parts, customer told [R]; a week is practice")

    /// The range ends at the regulation's figure: a company may promise less time, not more.
    private static func handling(_ severity: FaultSeverity) -> Setting<Int> {
        minutes(
            "faults.handling.\(severity.rawValue)", SLATargets.longestHandling, most: SLATargets.longestHandling,
            "Faults: handled within 6 hours [R]")
    }

    private static func repair(_ severity: FaultSeverity) -> Setting<Int> {
        minutes(
            "faults.repair.\(severity.rawValue)", SLATargets.longestRepair, most: SLATargets.longestRepair,
            "Faults: repaired within 24 hours [R]")
    }

    private static func minutes(_ name: String, _ standard: Int, most: Int, _ source: String) -> Setting<Int> {
        Setting(name, standard, in: 1...most, unit: "minutes", source: source)
    }
}
