package import GasService

/// What the `db setting` commands say.
extension Phrase {
    package static let measure = Phrase(en: "Unit", zh: "单位")
    package static let allowed = Phrase(en: "Allowed", zh: "允许范围")
    package static let meaning = Phrase(en: "Meaning", zh: "含义")
    package static let perDistrict = Phrase(en: "Per district", zh: "可按片区设定")
    package static let byDefault = Phrase(en: "default", zh: "默认")

    /// What a setting's number counts.
    package init(unit: String) {
        switch unit {
        case "months": self.init(en: "months", zh: "月")
        case "days": self.init(en: "days", zh: "天")
        case "hours": self.init(en: "hours", zh: "小时")
        case "minutes": self.init(en: "minutes", zh: "分钟")
        case "seconds": self.init(en: "seconds", zh: "秒")
        case "years": self.init(en: "years", zh: "年")
        case "percent": self.init(en: "%", zh: "%")
        case "time": self.init(en: "time", zh: "时刻")
        case "flag": self.init(en: "yes/no", zh: "是/否")
        case "dates": self.init(en: "dates", zh: "日期")
        case "count": self.init(en: "count", zh: "数量")
        case "km/h": self.init(en: "km/h", zh: "公里/小时")
        case "factor": self.init(en: "factor", zh: "倍")
        default: self.init(verbatim: unit)
        }
    }

    /// A setting was set.
    package static func settingSet(
        _ name: String, to value: String, in district: DistrictID, from date: CalendarDate
    ) -> Phrase {
        district.isCompany
            ? Phrase(
                en: "\(name) is \(value) from \(date) on, in the whole company.",
                zh: "\(name) 自 \(date) 起为 \(value)，全公司适用。")
            : Phrase(
                en: "\(name) is \(value) from \(date) on, in district \(district).",
                zh: "\(name) 自 \(date) 起为 \(value)，适用于片区 \(district)。")
    }
}
