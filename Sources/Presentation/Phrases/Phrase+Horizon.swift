package import GasService

/// What the horizon plan and its campaigns say.
extension Phrase {
    package static let firstVisits = Phrase(en: "Visits", zh: "首访户数")
    package static let campaigns = Phrase(en: "Campaigns", zh: "批次数")
    package static let workDays = Phrase(en: "Days", zh: "作业天数")
    package static let meanLoad = Phrase(en: "Mean load", zh: "平均负荷")
    package static let peakWeek = Phrase(en: "Peak week", zh: "周峰值负荷")
    package static let overdueCleared = Phrase(en: "Cleared by", zh: "逾期清零日")
    package static let expectedCoverage = Phrase(en: "Expected on time", zh: "预计按期率")
    package static let interval95 = Phrase(en: "95 %: from", zh: "95 % 区间：自")
    package static let upTo = Phrase(en: "to", zh: "至")
    package static let hoursVerdict = Phrase(en: "Hours", zh: "人力")
    package static let inspectedSince = Phrase(en: "Inspected", zh: "已检户数")
    package static let frozen = Phrase(en: "Frozen", zh: "锁定")
    package static let firstVisitRound = Phrase(en: "first visit", zh: "首访")
    package static let visitsMade = Phrase(en: "Visits made", zh: "到访次数")
    package static let lastResult = Phrase(en: "Last result", zh: "最近结果")
    package static let planning = Phrase(en: "Planning districts", zh: "编排片区")
    package static let savingPlan = Phrase(en: "Saving campaigns", zh: "保存批次")

    package static let withoutVisit = Phrase(en: "No visit in time", zh: "到期前无到访")
    package static let expectedCount = Phrase(en: "Expected", zh: "预计按期户数")
    package static let firstVisitRate = Phrase(en: "First visits get in", zh: "首访入户率")
    package static let revisitRate = Phrase(en: "Revisits", zh: "复访入户率")
    package static let visitsSeen = Phrase(en: "seen", zh: "样本次数")

    /// What a forecast counts.
    package static func forecastUntil(_ date: CalendarDate) -> Phrase {
        Phrase(
            en: "Open inspections with deadlines up to \(date); those overdue today cannot be in time any more.",
            zh: "统计到期日不晚于 \(date) 的待检户；今日已逾期者不可能按期。")
    }

    /// Whether the hours suffice.
    package static func verdict(code: String) -> Phrase {
        switch code {
        case "feasible": Phrase(en: "suffice", zh: "充足")
        case "infeasible": Phrase(en: "SHORT", zh: "不足")
        case "hours_suffice": Phrase(en: "suffice, some late", zh: "总量充足，部分逾期")
        default: Phrase(verbatim: code)
        }
    }

    /// The round of a campaign.
    package static func round(_ number: Int) -> Phrase {
        number <= 1 ? .firstVisitRound : Phrase(en: "revisit \(number - 1)", zh: "第 \(number - 1) 次复访")
    }

    /// What was planned as a whole.
    package static func horizonPlanned(
        visits: Int, campaigns: Int, districts: Int, from: CalendarDate, until: CalendarDate
    ) -> Phrase {
        Phrase(
            en: "\(visits.of("visit")) in \(campaigns.of("campaign")) planned in \(districts.of("district")) "
                + "from \(from) to \(until).",
            zh: "\(from) 至 \(until)：\(districts) 个片区共排定 \(campaigns.grouped) 个批次、首访 \(visits.grouped) 户。")
    }

    /// The proof that hours are short in a district.
    package static func shortageProof(_ proof: ShortageProof) -> Phrase {
        let needed = Decimals.text(proof.neededHours, places: 1)
        let there = Decimals.text(proof.capacityHours, places: 1)
        let short = Decimals.text(proof.shortHours, places: 1)
        let extra = Decimals.text(proof.leastExtraHours, places: 1)
        let months = proof.extraByMonth.prefix(6).map { "\($0.month) \(Decimals.text($0.hours, places: 1))" }
        let dots = proof.extraByMonth.count > 6 ? ", …" : ""
        return Phrase(
            en: "\(proof.district): hours are short, whatever the plan. From \(proof.from) to \(proof.until) "
                + "\(proof.obligations.of("obligation")) can only be fulfilled within these days; with revisits they take "
                + "\(needed) crew-hours inside households, and there are \(there): \(short) short. "
                + "\(extra) more hours mend the whole horizon, needed by month: \(months.joined(separator: ", "))\(dots).",
            zh: "\(proof.district)：无论如何编排，人力均不足。\(proof.from) 至 \(proof.until) 期间，"
                + "\(proof.obligations.grouped) 户只能在此期间完成，含复访需入户工时 \(needed) 小时，现有 \(there) 小时，"
                + "缺 \(short) 小时。整个计划期至少需补 \(extra) 小时，按月：\(months.joined(separator: "、"))"
                + (dots.isEmpty ? "。" : "……。"))
    }

    /// Households that no plan could meet any more, although they are not overdue yet.
    package static func dueBeforeFirstDay(
        _ firstDay: CalendarDate, districts: [(district: DistrictID, count: Int)]
    ) -> Phrase {
        let count = districts.reduce(0) { $0 + $1.count }
        let parts = districts.count > 1 ? districts.map { "\($0.district) \($0.count.grouped)" } : []
        let place = districts.count == 1 ? "\(districts[0].district): " : ""
        return Phrase(
            en:
                "\(place)\(count.of("household")) due before \(firstDay), the first day that can still be planned (earlier "
                + "ones are frozen or without hours): late whatever the plan, and visited as soon as possible"
                + (parts.isEmpty ? "." : ": \(parts.joined(separator: ", "))."),
            zh: place.replacing(": ", with: "：")
                + "\(count.grouped) 户在首个可排日 \(firstDay) 之前到期（此前各日已锁定或无人力），无论如何编排均将逾期，已尽早安排"
                + (parts.isEmpty ? "。" : "：\(parts.joined(separator: "、"))。"))
    }

    /// Some visits come late although a plannable day was left before their deadline, and why.
    package static func plannedLate(_ district: DistrictID, late: Int, isShort: Bool) -> Phrase {
        isShort
            ? Phrase(
                en:
                    "\(district): \(late.of("visit")) planned after the deadline, or not at all, for want of these hours.",
                zh: "\(district)：因人力不足，\(late.grouped) 户排在到期日之后或未排到日期。")
            : Phrase(
                en:
                    "\(district): \(late.of("visit")) planned after the deadline, or not at all: the hours suffice in sum, "
                    + "but what is left of single days is shorter than a visit.",
                zh: "\(district)：\(late.grouped) 户排在到期日之后或未排到日期：总工时充足，但单日剩余工时不足一户。")
    }

    /// Overdue households for which no hours are left beside the deadlines ahead.
    package static func overdueWithoutDay(_ district: DistrictID, count: Int, until: CalendarDate) -> Phrase {
        Phrase(
            en: "\(district): \(count.of("overdue household")) found no day until \(until): visiting them would make "
                + "others late.",
            zh: "\(district)：\(count.grouped) 户已逾期者至 \(until) 未排到日期：再安排将使其他用户逾期。")
    }
}

/// An interval in which a district's hours are short, as sentences tell it.
package struct ShortageProof: Sendable {
    package let district: DistrictID
    package let from: CalendarDate
    package let until: CalendarDate
    package let obligations: Int
    package let neededHours: Double
    package let capacityHours: Double
    package let shortHours: Double
    package let leastExtraHours: Double
    package let extraByMonth: [(month: String, hours: Double)]

    package init(
        district: DistrictID, from: CalendarDate, until: CalendarDate, obligations: Int, neededHours: Double,
        capacityHours: Double, shortHours: Double, leastExtraHours: Double,
        extraByMonth: [(month: String, hours: Double)]
    ) {
        self.district = district
        self.from = from
        self.until = until
        self.obligations = obligations
        self.neededHours = neededHours
        self.capacityHours = capacityHours
        self.shortHours = shortHours
        self.leastExtraHours = leastExtraHours
        self.extraByMonth = extraByMonth
    }
}
