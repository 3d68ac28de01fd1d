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
