package import GasService

/// The words for values of the trade's vocabulary.
extension Phrase {
    /// The name of a customer class.
    package init(_ value: CustomerClass) {
        switch value {
        case .residential: self.init(en: "residential", zh: "居民")
        case .commercial: self.init(en: "commercial", zh: "商业")
        case .industrial: self.init(en: "industrial", zh: "工业")
        case .heating: self.init(en: "heating", zh: "采暖")
        }
    }

    /// The name of a visit's result.
    package init(_ value: VisitResult) {
        switch value {
        case .passed: self.init(en: "passed", zh: "安检合格")
        case .hazard: self.init(en: "hazard found", zh: "存在隐患")
        case .noAccess: self.init(en: "no access", zh: "到访不遇")
        case .refused: self.init(en: "refused", zh: "拒检")
        case .vacant: self.init(en: "vacant", zh: "空置")
        case .notFound: self.init(en: "not found", zh: "查无此户")
        }
    }

    /// What a visit's result means, for a person who chooses one.
    package static func meaning(of value: VisitResult) -> Phrase {
        switch value {
        case .passed: Phrase(en: "inspected, everything in order", zh: "已入户安检，各项合格")
        case .hazard: Phrase(en: "inspected, at least one item failed", zh: "已入户安检，至少一项存在隐患")
        case .noAccess: Phrase(en: "nobody opened; does not count as inspected", zh: "无人应门，不计入已检")
        case .refused: Phrase(en: "the crew was not let in; does not count as inspected", zh: "用户拒绝入户，不计入已检")
        case .vacant: Phrase(en: "nobody lives there", zh: "房屋空置，无人居住")
        case .notFound: Phrase(en: "the household could not be found at the address", zh: "按地址未找到该户")
        }
    }

    /// The name of a kind of slot.
    package init(_ value: SlotKind) {
        switch value {
        case .weekdayDaytime: self.init(en: "weekday daytime", zh: "工作日白天")
        case .evening: self.init(en: "evening", zh: "晚间")
        case .weekend: self.init(en: "weekend", zh: "周末")
        }
    }

    /// The name of a day of the week.
    package init(_ value: Weekday) {
        switch value {
        case .monday: self.init(en: "Monday", zh: "星期一")
        case .tuesday: self.init(en: "Tuesday", zh: "星期二")
        case .wednesday: self.init(en: "Wednesday", zh: "星期三")
        case .thursday: self.init(en: "Thursday", zh: "星期四")
        case .friday: self.init(en: "Friday", zh: "星期五")
        case .saturday: self.init(en: "Saturday", zh: "星期六")
        case .sunday: self.init(en: "Sunday", zh: "星期日")
        }
    }

    /// The name of a state or kind that is kept as a code; a code without a name of its own is shown as it is, so a newer
    /// database never leaves a field blank.
    package init(code: String) {
        self = Self.codes[code] ?? Phrase(verbatim: code)
    }

    private static let codes: [String: Phrase] = [
        "proposed": Phrase(en: "proposed", zh: "拟派"),
        "planned": Phrase(en: "planned", zh: "已排"),
        "started": Phrase(en: "started", zh: "进行中"),
        "closed": Phrase(en: "closed", zh: "已办结"),
        "withdrawn": Phrase(en: "withdrawn", zh: "已撤销"),
        "draft": Phrase(en: "draft", zh: "草案"),
        "published": Phrase(en: "published", zh: "已发布"),
        "superseded": Phrase(en: "superseded", zh: "已被取代"),
        "agreed": Phrase(en: "agreed", zh: "已约定"),
        "kept": Phrase(en: "kept", zh: "已履约"),
        "missed": Phrase(en: "missed", zh: "未履约"),
        "cancelled": Phrase(en: "cancelled", zh: "已取消"),
        "open": Phrase(en: "open", zh: "待检"),
        "fulfilled": Phrase(en: "fulfilled", zh: "已完成"),
        "suspended": Phrase(en: "suspended", zh: "已暂停"),
        "inspection": Phrase(en: "inspection", zh: "入户安检"),
        "reinspection": Phrase(en: "re-inspection", zh: "隐患复检"),
        "fault": Phrase(en: "fault", zh: "抢修维修"),
        "notice": Phrase(en: "notice delivery", zh: "送达通知"),
        "callback": Phrase(en: "callback", zh: "回访"),
        "declared": Phrase(en: "declared", zh: "已申报"),
        "announced": Phrase(en: "announced", zh: "已发通知"),
        "in_progress": Phrase(en: "in progress", zh: "停气中"),
        "restoring": Phrase(en: "being restored", zh: "恢复中"),
        "rescheduled": Phrase(en: "rescheduled", zh: "调整"),
        "building_confirmed": Phrase(en: "building confirmed", zh: "楼栋确认"),
        "listed": Phrase(en: "listed", zh: "已列入"),
        "off": Phrase(en: "gas off", zh: "停气"),
        "lit": Phrase(en: "lit and tested", zh: "已点火试验"),
        "sealed": Phrase(en: "sealed", zh: "已封表"),
        "queued": Phrase(en: "queued", zh: "待发"),
        "leased": Phrase(en: "being sent", zh: "发送中"),
        "sent": Phrase(en: "sent", zh: "已发出"),
        "confirmed": Phrase(en: "confirmed", zh: "已确认"),
        "failed": Phrase(en: "failed", zh: "失败"),
        "handed": Phrase(en: "handed over", zh: "当面送达"),
        "posted": Phrase(en: "put into the letterbox", zh: "投入信箱"),
        "delivered": Phrase(en: "handed over", zh: "当面送达"),
        "restoration": Phrase(en: "restoration", zh: "恢复供气"),
        "gate_station": Phrase(en: "gate station", zh: "门站"),
        "regulator": Phrase(en: "regulator station", zh: "调压站"),
        "main": Phrase(en: "main", zh: "干管"),
        "riser": Phrase(en: "riser", zh: "立管"),
        "gas_on": Phrase(en: "gas on", zh: "通气"),
        "passed": Phrase(.passed),
        "hazard": Phrase(.hazard),
        "no_access": Phrase(.noAccess),
        "refused": Phrase(.refused),
        "vacant": Phrase(.vacant),
        "not_found": Phrase(.notFound),
        "I": Phrase(en: "I grave", zh: "一级（重大）隐患"),
        "II": Phrase(en: "II serious", zh: "二级（较大）隐患"),
        "III": Phrase(en: "III ordinary", zh: "三级（一般）隐患"),
    ]
}
