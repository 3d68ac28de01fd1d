package import GasService

/// What is said about cycle rules and their changes.
extension Phrase {
    package static let intervalKind = Phrase(en: "Counting", zh: "计期方式")
    package static let months = Phrase(en: "Months", zh: "月数")
    package static let earlyMonths = Phrase(en: "Early", zh: "可提前月数")
    package static let capMonths = Phrase(en: "Cap", zh: "间隔上限")
    package static let transitionMonths = Phrase(en: "Transition", zh: "过渡月数")

    /// How an interval is counted.
    package init(_ value: IntervalKind) {
        switch value {
        case .maximumGap: self.init(en: "maximum gap", zh: "最长间隔")
        case .calendarYear: self.init(en: "calendar year", zh: "自然年")
        case .anniversary: self.init(en: "anniversary", zh: "周年日")
        }
    }
}

extension Phrase {
    package static let openObligations = Phrase(en: "Open", zh: "待检户数")
    package static let deadlinesMoved = Phrase(en: "Moved", zh: "到期日变动")
    package static let movedEarlier = Phrase(en: "Earlier", zh: "提前")
    package static let movedLater = Phrase(en: "Later", zh: "推后")
    package static let meanShift = Phrase(en: "Mean days", zh: "平均天数")
    package static let overdueBefore = Phrase(en: "Overdue now", zh: "现逾期")
    package static let overdueAfter = Phrase(en: "then", zh: "变更后")
    package static let hoursBefore = Phrase(en: "Hours now", zh: "现人力")
    package static let hoursAfter = Phrase(en: "then", zh: "变更后")
    package static let month = Phrase(en: "Month", zh: "月份")
    package static let neededBefore = Phrase(en: "Crew-hours due now", zh: "现到期工时")
    package static let neededAfter = Phrase(en: "then", zh: "变更后")
    package static let derivingDeadlines = Phrase(en: "Deriving deadlines", zh: "推算到期日")
    package static let hoursStillSuffice = Phrase(
        en: "The hours of the next two years suffice in every district.", zh: "今后两年各片区人力均充足。")

    /// What a rule would do.
    package static func ruleWouldMove(_ moved: Int, overdueAtOnce: Int, from: CalendarDate) -> Phrase {
        Phrase(
            en: "Preview, nothing was changed: from \(from) the rule would move \(moved.of("deadline")); "
                + "\(overdueAtOnce.of("household")) would be overdue at once.",
            zh: "预览，未作任何更改：自 \(from) 起将变动 \(moved.grouped) 户的到期日，立即逾期 \(overdueAtOnce.grouped) 户。")
    }

    /// What a rule did.
    package static func ruleMoved(_ moved: Int, overdueAtOnce: Int, from: CalendarDate) -> Phrase {
        Phrase(
            en: "The rule holds from \(from); it moved \(moved.of("deadline")), "
                + "\(overdueAtOnce.of("household")) became overdue by it. Plan the horizon again.",
            zh: "规则自 \(from) 起生效，已变动 \(moved.grouped) 户的到期日，因此逾期 \(overdueAtOnce.grouped) 户。请重新编排计划。")
    }
}
