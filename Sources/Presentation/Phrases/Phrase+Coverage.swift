/// The figures of inspection coverage. Each states by its name what it counts: 入户率 and 覆盖率 are often mixed up.
extension Phrase {
    package static let year = Phrase(en: "Year", zh: "年度")
    package static let activeHouseholds = Phrase(en: "Active households", zh: "在用户数")
    package static let due = Phrase(en: "Due", zh: "应检户数")
    package static let inspectedOnTime = Phrase(en: "On time", zh: "按期已检")
    package static let inspectedLate = Phrase(en: "Late", zh: "逾期已检")
    package static let overdue = Phrase(en: "Overdue", zh: "逾期未检")
    package static let notYetDue = Phrase(en: "Open", zh: "未到期待检")
    package static let noAccess = Phrase(en: "No access", zh: "到访不遇")
    package static let refusals = Phrase(en: "Refused", zh: "拒检")
    package static let coverage = Phrase(en: "Coverage", zh: "覆盖率")
    package static let planCompletion = Phrase(en: "Plan completion", zh: "计划完成率")
    package static let visitRate = Phrase(en: "Visit rate", zh: "到访率")
    package static let entryRate = Phrase(en: "Entry rate", zh: "安检入户率")
    package static let noAccessRate = Phrase(en: "No-access rate", zh: "到访不遇率")
    package static let hazardRate = Phrase(en: "Hazard rate", zh: "隐患率")
    package static let rectificationRate = Phrase(en: "Rectification rate", zh: "隐患整改率")
}
