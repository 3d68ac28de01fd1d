package import GasService

/// What the `household`, `supply`, `crew` and `audit` commands say beyond the names of columns.
extension Phrase {
    package static let cycleMonths = Phrase(en: "Own cycle (months)", zh: "专属周期（月）")
    package static let events = Phrase(en: "Events", zh: "事件数")
    package static let chains = Phrase(en: "Chains", zh: "链数")
    package static let faults = Phrase(en: "Faults", zh: "异常数")
    package static let fault = Phrase(en: "Fault", zh: "异常")
    package static let recordedAt = Phrase(en: "Recorded", zh: "记录时间")
    package static let humanOperator = Phrase(en: "Operator", zh: "经办人")
    package static let particulars = Phrase(en: "Particulars", zh: "内容")
    package static let absences = Phrase(en: "Absences", zh: "缺勤")
    package static let allDistricts = Phrase(en: "all", zh: "全部")

    package static let shiftEnd = Phrase(en: "until", zh: "至")
    package static let verifyingChains = Phrase(en: "Verifying chains", zh: "校验链")

    /// How many households a closed node leaves without gas.
    package static func affected(households: Int, specialCare: Int) -> Phrase {
        Phrase(
            en: "\(households.of("household")) without gas, \(specialCare.grouped) of them in special care.",
            zh: "停气 \(households.grouped) 户，其中特殊用户 \(specialCare.grouped) 户。")
    }

    /// The name of a kind of supply node.
    package init(_ value: SupplyNodeKind) {
        switch value {
        case .gateStation: self.init(en: "gate station", zh: "门站")
        case .regulator: self.init(en: "regulator", zh: "调压站")
        case .main: self.init(en: "main", zh: "干管")
        case .riser: self.init(en: "riser", zh: "立管")
        }
    }

    /// A certificate was stored.
    package static func certified(_ crew: CrewID, for skill: String, until date: CalendarDate?) -> Phrase {
        guard let date else {
            return Phrase(
                en: "\(crew) holds a certificate for \(skill) without an expiry date.",
                zh: "\(crew) 已登记“\(Phrase(skill: skill).zh)”资质，无有效期。")
        }
        return Phrase(
            en: "\(crew) holds a certificate for \(skill) until \(date).",
            zh: "\(crew) 的“\(Phrase(skill: skill).zh)”资质有效期至 \(date)。")
    }

    /// A crew's certificates, each with the day until which it holds.
    package static func certificates(_ all: [(skill: Phrase, until: CalendarDate?)]) -> Phrase {
        Phrase(
            en: all.map { $0.skill.en + ($0.until.map { " (\($0))" } ?? "") }.joined(separator: "; "),
            zh: all.map { $0.skill.zh + ($0.until.map { "（至 \($0)）" } ?? "") }.joined(separator: "；"))
    }

    /// An absence was stored.
    package static func absent(_ crew: CrewID, from: CalendarDate, until: CalendarDate) -> Phrase {
        Phrase(en: "\(crew) is away from \(from) until \(until).", zh: "\(crew) 自 \(from) 至 \(until) 缺勤。")
    }
}
