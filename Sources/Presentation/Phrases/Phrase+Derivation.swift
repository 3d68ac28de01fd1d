package import GasService

/// How a deadline came about, sentence by sentence.
extension Phrase {
    /// One step of a derivation.
    package init(_ step: DerivationStep) {
        switch step {
        case .suspended(let off):
            self.init(
                en: "Gas is off since \(off): nothing is due until it is on again, after an inspection.",
                zh: "自 \(off) 起停气：恢复供气前须先安检，在此之前不计应检。")
        case .countedFromGasOn(let date):
            self.init(
                en:
                    "No completed inspection is known since gas was turned on, on \(date): the cycle counts from that day.",
                zh: "自 \(date) 通气以来无已完成安检的记录：周期自通气之日起算。")
        case .countedFromInspection(let date):
            self.init(
                en: "The last completed inspection was on \(date): the cycle counts from that day.",
                zh: "上次完成安检为 \(date)：周期自该日起算。")
        case .anniversaryKept(let actual, let deemed, let months):
            self.init(
                en:
                    "The last inspection, on \(actual), was early by no more than \(months.of("month")): it counts as done "
                    + "on its deadline \(deemed), so the anniversary is kept.",
                zh: "上次安检于 \(actual) 完成，提前不超过 \(months) 个月：视同在到期日 \(deemed) 完成，周年日不变。")
        case .governedBy(let rule): self = .governed(by: rule)
        case .overriddenForHousehold(let months, let usual):
            self.init(
                en: "This household has a cycle of its own: \(months.of("month")) instead of \(usual).",
                zh: "该户另定周期：\(months) 个月（原 \(usual) 个月）。")
        case .shortenedForSpecialCare(let months, let usual):
            self.init(
                en: "It is marked for special care: \(months.of("month")) instead of \(usual).",
                zh: "该户为特殊用户：\(months) 个月（原 \(usual) 个月）。")
        case .intervalGives(let interval, let deadline):
            self.init(
                en: "So with \(interval.months.of("month")) the deadline is \(deadline).",
                zh: "按 \(interval.months) 个月计，到期日为 \(deadline)。")
        case .ruleChanged(let rule, let byNew, let ends, let deadline):
            self = .changed(to: rule, byNewRule: byNew, transitionEnds: ends, deadline: deadline)
        case .ruleChangedTooLate(let rule, let deadline):
            self.init(
                en:
                    "The version of \(rule.validFrom) came after the deadline \(deadline) had passed: it does not reach this "
                    + "cycle.",
                zh: "\(rule.validFrom) 起的新规则生效时，到期日 \(deadline) 已过：不影响本周期。")
        case .windowOpens(let date, let months):
            self.init(
                en: "It may be inspected from \(date) on, at most \(months.of("month")) before the deadline.",
                zh: "自 \(date) 起可安检（到期前至多 \(months) 个月）。")
        }
    }

    /// How deadlines follow, as a clause.
    package init(_ interval: CycleInterval) {
        let months = interval.months
        let cap = interval.capMonths.map {
            Phrase(en: ", at most \($0.of("month")) apart", zh: "，两次间隔至多 \($0) 个月")
        }
        let early = interval.earlyMonths
        let kept =
            early > 0
            ? Phrase(
                en: "; an inspection up to \(early.of("month")) early keeps the anniversary",
                zh: "；提前 \(early) 个月以内完成的，周年日不变") : nil
        let base: Phrase
        switch interval.kind {
        case .maximumGap:
            base = Phrase(en: "at most \(months.of("month")) after the last inspection", zh: "距上次安检至多 \(months) 个月")
        case .anniversary:
            base = Phrase(en: "every \(months.of("month")) on the anniversary", zh: "每 \(months) 个月一次，按周年日")
        case .calendarYear:
            base =
                months == 12
                ? Phrase(en: "once in each calendar year", zh: "每个自然年一次")
                : Phrase(en: "once in each \(months / 12) calendar years", zh: "每 \(months / 12) 个自然年一次")
        }
        self.init(
            en: base.en + (cap?.en ?? "") + (kept?.en ?? ""), zh: base.zh + (cap?.zh ?? "") + (kept?.zh ?? ""))
    }

    private static func governed(by rule: CycleRule) -> Phrase {
        let whose =
            rule.district.isCompany
            ? Phrase(en: "the company's", zh: "公司")
            : Phrase(en: "district \(rule.district)'s", zh: "片区 \(rule.district) ")
        let customerClass = Phrase(rule.customerClass)
        let interval = Phrase(rule.interval)
        let since = rule.validFrom <= .distantRule
        return Phrase(
            en: "The cycle is governed by \(whose.en) rule for \(customerClass.en) customers"
                + (since ? "" : ", in the version from \(rule.validFrom)") + ": \(interval.en).",
            zh: "适用\(whose.zh)\(customerClass.zh)用户规则" + (since ? "" : "（\(rule.validFrom) 起的版本）") + "：\(interval.zh)。")
    }

    private static func changed(
        to rule: CycleRule, byNewRule: CalendarDate, transitionEnds: CalendarDate, deadline: CalendarDate
    ) -> Phrase {
        let interval = Phrase(rule.interval)
        let opening = Phrase(
            en: "From \(rule.validFrom) another version holds: \(interval.en). It would give \(byNewRule).",
            zh: "自 \(rule.validFrom) 起执行新规则：\(interval.zh)，按新规则为 \(byNewRule)。")
        guard byNewRule < transitionEnds, deadline > byNewRule else {
            return opening + Phrase(en: "So the deadline is \(deadline).", zh: "故到期日为 \(deadline)。")
        }
        return opening
            + Phrase(
                en: "The transition runs until \(transitionEnds), and no deadline moves later by it: \(deadline).",
                zh: "过渡期至 \(transitionEnds)，且不因此推迟原到期日：到期日为 \(deadline)。")
    }

    /// What is to be done about a household after its attempts so far.
    package init(_ step: NextStep) {
        switch step {
        case .firstVisit: self.init(en: "A first visit.", zh: "首次上门。")
        case .revisit(let slots, let weekday):
            let kinds = Phrase.list(slots.map { Phrase($0) })
            let day = Phrase(weekday)
            self.init(en: "A revisit (\(kinds.en)), not on a \(day.en).", zh: "复访（\(kinds.zh)），避开\(day.zh)。")
        case .appointmentLetter: self.init(en: "A letter that offers an appointment.", zh: "寄送预约函。")
        case .longUninspected:
            self.init(
                en: "It goes on the long-uninspected list, for property manager, committee and authority.",
                zh: "列入长期未入户名单，报物业、居委会及主管部门。")
        case .mediatedVisit:
            self.init(en: "A visit with the property manager or the committee.", zh: "会同物业或居委会上门。")
        case .suspensionNotice:
            self.init(
                en: "Written notice; the supply may be suspended where the city allows it.", zh: "书面通知；当地法规允许时可停气。")
        case .correctAddress: self.init(en: "The address is to be corrected first.", zh: "先核正地址。")
        case .completed: self.init(en: "Nothing: the inspection is completed.", zh: "安检已完成，无需处理。")
        }
    }
}

extension CalendarDate {
    /// Rules that are valid from before any gas company was founded hold since ever.
    fileprivate static let distantRule = CalendarDate(year: 1800, month: 1, day: 1) ?? .earliest
}
