package import GasService

/// What the report to the authority says.
extension Phrase {
    /// The report's title.
    static func reportTitle(_ outage: OutageID) -> Phrase {
        Phrase(en: "Contingency report on outage \(outage)", zh: "停气作业 \(outage) 应急预案报告")
    }

    static let reportOutage = Phrase(en: "The outage", zh: "停气作业")
    static let reportHouseholds = Phrase(en: "Households without gas", zh: "停气用户")
    static let reportInCare = Phrase(
        en: "Of these in special care, told in person or by telephone", zh: "其中特殊照顾用户（当面或电话告知）")
    static let reportCrews = Phrase(en: "Crews and standby", zh: "班组与值守")
    static let reportRestoration = Phrase(en: "Restoration, building by building", zh: "逐楼恢复供气计划")
    static let reportContacts = Phrase(en: "Contacts", zh: "联系方式")
    static let reportShift = Phrase(en: "Shift", zh: "班次")
    static let reportStandsBy = Phrase(en: "Stands by", zh: "值守")
    static let reportAllDistricts = Phrase(en: "all", zh: "全部")
    static let reportFrom = Phrase(en: "From", zh: "开始")
    static let reportUntil = Phrase(en: "Until", zh: "完成")
    static let reportWhy = Phrase(en: "Why this report", zh: "报告依据")
    static let reportArea = Phrase(en: "Area", zh: "停气范围")
    static let reportSingleHouseholds = Phrase(en: "single households", zh: "个别用户")
    static let reportDeclaredBy = Phrase(en: "Declared by", zh: "申报人")
    static let reportAsOf = Phrase(en: "As of", zh: "截至")
    static let reportRestoredBy = Phrase(en: "Last household lit by", zh: "最后一户恢复时间")
    static let reportHotline = Phrase(en: "For customers", zh: "用户咨询")
    static let reportContact = Phrase(en: "For the authority", zh: "主管部门联系人")

    /// How the outage compares with the thresholds.
    static func reportThresholds(_ demand: ContingencyDemand) -> Phrase {
        let hours = (demand.minutes + 59) / 60
        return Phrase(
            en: "\(hours.of("hour")) (limit \(demand.hourLimit)), \(demand.households.of("household")) "
                + "(limit \(demand.householdLimit.grouped))",
            zh:
                "停气 \(hours) 小时（限值 \(demand.hourLimit)），\(demand.households.grouped) 户（限值 \(demand.householdLimit.grouped)）"
        )
    }

    /// The report was written.
    package static func reportWritten(_ outage: OutageID, to file: String, digest: String) -> Phrase {
        Phrase(
            en: "\(outage): report written to \(file); its SHA-256 is in the archive: \(digest).",
            zh: "\(outage)：报告已写入 \(file)，其 SHA-256 已存档：\(digest)。")
    }
}
