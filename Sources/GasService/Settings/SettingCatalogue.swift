/// Every setting there is, by its stable name.
public enum SettingCatalogue {
    /// All settings, in the order in which they are listed.
    public static let all: [SettingDefinition] =
        inspection + attempts + visits + planning + travel + outages + notices + faults

    /// The setting with a name.
    ///
    /// - Throws: `unknownSetting` when there is none.
    public static func definition(named name: String) throws(GasworksError) -> SettingDefinition {
        guard let found = all.first(where: { $0.name == name }) else { throw .unknownSetting(name: name) }
        return found
    }

    private static let inspection: [SettingDefinition] = [
        Setting.anniversaryMonths.definition, Setting.residentialWindowMonths.definition,
        Setting.otherWindowMonths.definition, Setting.specialCareYearly.definition,
    ]
    private static let attempts: [SettingDefinition] = [
        Setting.eveningBegins.definition, Setting.offHoursByAttempt.definition,
        Setting.appointmentLetterAfter.definition, Setting.longUninspectedAfter.definition,
        Setting.suspensionAfterRefusals.definition,
    ]
    private static let visits: [SettingDefinition] = [
        Setting.announceDays.definition, Setting.callBeforeMinutes.definition, Setting.photosPerVisit.definition,
        Setting.spotCheckPercent.definition, Setting.keepYears.definition, Setting.entryRateTargetPercent.definition,
        Setting.residentialVisitMinutes.definition, Setting.otherVisitMinutes.definition,
        Setting.visitFrom.definition, Setting.visitUntil.definition,
    ]
    private static let planning: [SettingDefinition] = [
        Setting.freezeDays.definition, Setting.reserveDays.definition, Setting.alignmentPercent.definition,
        Setting.revisitGapDays.definition,
        Setting.revisitRounds.definition, Setting.firstVisitSuccessPercent.definition,
        Setting.revisitSuccessPercent.definition, Setting.productivePercent.definition,
        Setting.standbyPercent.definition, Setting.weekendWork.definition,
        Setting.daysOff.definition, Setting.extraWorkdays.definition,
    ]
    private static let travel: [SettingDefinition] = [
        Setting.detourFactor.definition, Setting.speed.definition, Setting.stopMinutes.definition,
        Setting.longestStopMinutes.definition, Setting.pullAheadDays.definition, Setting.carryOverDays.definition,
        Setting.breakMinutes.definition, Setting.breakFrom.definition, Setting.breakUntil.definition,
    ]
    private static let outages: [SettingDefinition] = [
        Setting.residentialLeadHours.definition, Setting.commercialLeadHours.definition,
        Setting.industrialLeadHours.definition, Setting.heatingLeadHours.definition,
        Setting.contingencyHours.definition, Setting.contingencyHouseholds.definition,
        Setting.noRestorationFrom.definition, Setting.noRestorationUntil.definition,
    ]
    private static let notices: [SettingDefinition] = [
        Setting.smsOrder.definition, Setting.emailOrder.definition, Setting.callOrder.definition,
        Setting.handOrder.definition, Setting.quietFrom.definition, Setting.quietUntil.definition,
        Setting.smsPerMinute.definition, Setting.emailPerMinute.definition, Setting.noticeAttempts.definition,
        Setting.backOffSeconds.definition, Setting.longestBackOffSeconds.definition,
        Setting.receiptHours.definition, Setting.handMinutes.definition, Setting.lightMinutes.definition,
    ]
    private static let faults: [SettingDefinition] = [
        Setting.emergencyArrivalMinutes.definition, Setting.customerSetOffMinutes.definition,
        Setting.emergencyHandlingMinutes.definition, Setting.majorHandlingMinutes.definition,
        Setting.generalHandlingMinutes.definition, Setting.emergencyRepairMinutes.definition,
        Setting.majorRepairMinutes.definition, Setting.generalRepairMinutes.definition,
        Setting.faultVisitMinutes.definition, Setting.overtimeMinutes.definition, Setting.agreementDays.definition,
        Setting.partsHours.definition,
    ]
}
