package import GasService

/// What the report on faults' deadlines says.
extension Phrase {
    package static let owed = Phrase(en: "Owed", zh: "应达成")
    package static let keptInTime = Phrase(en: "In time", zh: "按时")
    package static let missedDeadline = Phrase(en: "Missed", zh: "超时")
    package static let excusedDeadline = Phrase(en: "Excused", zh: "免责")
    package static let runningDeadline = Phrase(en: "Running", zh: "计时中")
    package static let shareInTime = Phrase(en: "Share in time", zh: "按时率")
    package static let shareLow = Phrase(en: "95 % from", zh: "95%下限")
    package static let shareHigh = Phrase(en: "to", zh: "上限")
    package static let medianMinutes = Phrase(en: "Median min", zh: "中位数（分）")
    package static let p90Minutes = Phrase(en: "90 % min", zh: "90%（分）")
    package static let longestMinutes = Phrase(en: "Longest min", zh: "最长（分）")
    package static let breachCause = Phrase(en: "Cause", zh: "原因")
    package static let slaTitle = Phrase(en: "Deadlines of faults", zh: "故障时限履约报告")
    package static let slaMinutes = Phrase(
        en: "minutes of the clock from the report", zh: "自报修起的净计时分钟数")
    package static let slaShareReached = Phrase(en: "share reached", zh: "已达成比例")

    package init(_ cause: BreachCause) {
        switch cause {
        case .nobodySent: self.init(en: "nobody was sent in time", zh: "未及时派工")
        case .promisedLate: self.init(en: "the crew was promised for too late", zh: "承诺到达晚于时限")
        case .crewLate: self.init(en: "the crew came later than promised", zh: "班组晚于承诺到达")
        case .workTookLonger: self.init(en: "the work took longer", zh: "作业超时")
        case .partsTooLate: self.init(en: "parts came too late", zh: "待料过久")
        case .toldLate: self.init(en: "the customer was told too late", zh: "告知用户过晚")
        }
    }
}
