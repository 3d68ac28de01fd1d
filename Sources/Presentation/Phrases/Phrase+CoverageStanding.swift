package import GasService

extension Phrase {
    package static let standing = Phrase(en: "Standing", zh: "状况")
    package static let visitedAt = Phrase(en: "Visited at", zh: "到访时间")
    package static let noEntryReason = Phrase(en: "Why not inspected", zh: "未入户原因")
    package static let gravestHazard = Phrase(en: "Gravest hazard", zh: "最高隐患等级")
    package static let carried = Phrase(en: "Made up", zh: "往年补检")
    package static let carriedOverdue = Phrase(en: "Older overdue", zh: "往年逾期未检")
    package static let importedInspections = Phrase(en: "Imported", zh: "导入记录")

    /// Where an obligation stands in a year.
    package init(_ value: CoverageStanding) {
        switch value {
        case .onTime: self.init(en: "on time", zh: "按期已检")
        case .late: self.init(en: "late", zh: "逾期已检")
        case .overdue: self.init(en: "overdue", zh: "逾期未检")
        case .notYetDue: self.init(en: "not yet due", zh: "未到期待检")
        case .carriedLate: self.init(en: "carried over, inspected late", zh: "往年逾期，本年已检")
        case .carriedOverdue: self.init(en: "carried over, overdue", zh: "往年逾期未检")
        case .ahead: self.init(en: "ahead of time", zh: "提前已检")
        case .imported: self.init(en: "imported", zh: "导入记录")
        case .suspended: self.init(en: "suspended", zh: "停气中止")
        case .outside: self.init(en: "not of this year", zh: "不属本年度")
        }
    }

    /// What the figures of coverage count, in one line.
    package static func coverageOf(year: Int, asOf: CalendarDate) -> Phrase {
        Phrase(
            en: "\(year), as of \(asOf). On time, late, overdue and open make up what is due in the year. "
                + "Completion: inspected of due. Coverage: within the cycle, of active households. "
                + "Entry rate: inspected in the year, of those planned or visited.",
            zh: "\(year) 年度，截至 \(asOf)。应检户数 = 按期已检 + 逾期已检 + 逾期未检 + 未到期待检。"
                + "计划完成率 = 已检 ÷ 应检；覆盖率 = 周期内已检 ÷ 在用户数；安检入户率 = 本年已检 ÷ 已排或已到访。")
    }
}
