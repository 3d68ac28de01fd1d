package import GasService

/// What the commands about outages say.
extension Phrase {
    package static let outage = Phrase(en: "Outage", zh: "停气作业")
    package static let emergency = Phrase(en: "Emergency", zh: "紧急")
    package static let outageStarts = Phrase(en: "Gas off", zh: "停气时间")
    package static let outageEnds = Phrase(en: "Back by", zh: "计划恢复")
    package static let outageDeclaredAt = Phrase(en: "Declared", zh: "登记时间")
    package static let outageDeclaredBy = Phrase(en: "Declared by", zh: "登记人")
    package static let outageGasOff = Phrase(en: "Went off", zh: "实际停气")
    package static let gateVerdict = Phrase(en: "Stands", zh: "告知情况")
    package static let onItsWay = Phrase(en: "On its way", zh: "进行中")
    package static let failure = Phrase(en: "Failed", zh: "失败原因")
    package static let contingencyPlanNeeded = Phrase(
        en: "Above the thresholds: a contingency plan and a report to the authority are needed; gasworks outage report "
            + "writes it.",
        zh: "超过限值：须制定应急预案并向主管部门报告；用 gasworks outage report 生成报告。")

    /// Notices of a channel in a state.
    package static func noticesBy(_ channel: NoticeChannel, _ state: String) -> Phrase {
        let (name, word) = (Phrase(channel), Phrase(code: state))
        return Phrase(en: "by \(name.en) (\(word.en))", zh: "\(name.zh)（\(word.zh)）")
    }

    /// Notices that are on their way to a household, as the schema lists them: `call:queued sms:sent`.
    package static func noticesOnTheirWay(_ list: String) -> Phrase {
        .list(
            list.split(separator: " ").map { entry in
                let parts = entry.split(separator: ":", maxSplits: 1).map(String.init)
                guard let channel = parts.first.flatMap(NoticeChannel.init(rawValue:)),
                    let state = parts.dropFirst().first
                else { return Phrase(verbatim: String(entry)) }
                return noticesBy(channel, state)
            })
    }

    /// The state of an outage, or the step that leads there: of those with codes like a job's, the outage's own word.
    package init(outageState code: String) {
        self = code == "closed" ? Phrase(en: "closed", zh: "已结束") : Phrase(code: code)
    }

    /// How a household stands before the gate.
    package init(gateVerdict: String) {
        let known: [String: Phrase] = [
            "told": Phrase(en: "told in time", zh: "已按时告知"),
            "waived": Phrase(en: "waived", zh: "已豁免"),
            "late": Phrase(en: "told too late", zh: "告知过晚"),
            "person": Phrase(en: "to be told in person or by call", zh: "须当面或电话告知"),
            "moved": Phrase(en: "told at a contact that is no more theirs", zh: "告知后联系方式已变"),
            "changed": Phrase(en: "told of earlier terms only", zh: "只知变更前安排"),
            "untold": Phrase(en: "not told", zh: "未告知"),
        ]
        self = known[gateVerdict] ?? Phrase(verbatim: gateVerdict)
    }

    /// An outage was declared.
    package static func outageDeclared(_ outage: OutageID, affected: Int, queued: Int) -> Phrase {
        let phrase = Phrase(
            en: "\(outage) declared: \(affected.of("household")) affected.",
            zh: "\(outage) 已申报：影响 \(affected.grouped) 户。")
        guard queued > 0 else { return phrase }
        return phrase + Phrase(en: "\(queued.of("notice")) queued.", zh: "\(queued.grouped) 份通知已排队。")
    }

    /// Gas went off.
    package static func outageStarted(_ outage: OutageID, affected: Int, told: Int, waived: Int) -> Phrase {
        Phrase(
            en:
                "\(outage) started: \(affected.of("household")) without gas, \(told.grouped) told in time, \(waived.grouped) waived.",
            zh: "\(outage) 已停气：\(affected.grouped) 户，其中按时告知 \(told.grouped) 户，豁免 \(waived.grouped) 户。")
    }

    /// Hours or area changed.
    package static func outageRescheduled(_ outage: OutageID, from: String, until: String) -> Phrase {
        Phrase(en: "\(outage) is now from \(from) until \(until).", zh: "\(outage) 调整为 \(from) 至 \(until)。")
    }

    /// An outage was called off.
    package static func outageCancelled(_ outage: OutageID, told: Int) -> Phrase {
        Phrase(
            en: "\(outage) cancelled; \(told.of("notice")) queued to those who were told.",
            zh: "\(outage) 已取消；向已告知用户排队 \(told.grouped) 份取消通知。")
    }

    /// A supervisor waived notices.
    package static func noticesWaived(_ outage: OutageID, _ households: Int) -> Phrase {
        Phrase(en: "\(outage): \(households.of("household")) waived.", zh: "\(outage)：豁免 \(households.grouped) 户。")
    }

    /// Both of two overlapping outages go on.
    package static func overlapAccepted(_ outage: OutageID, _ other: OutageID) -> Phrase {
        Phrase(en: "\(outage) and \(other) may both go on.", zh: "\(outage) 与 \(other) 均照常进行。")
    }

    /// A public announcement was recorded.
    package static func outagePublished(_ outage: OutageID) -> Phrase {
        Phrase(en: "\(outage): public announcement recorded.", zh: "\(outage)：公开公告已登记。")
    }

    /// Where gas has come back.
    package static func outageRestored(_ outage: OutageID, lit: Int, sealed: Int, stillOff: Int) -> Phrase {
        Phrase(
            en: "\(outage): \(lit.grouped) lit and tested, \(sealed.grouped) sealed, \(stillOff.grouped) still off.",
            zh: "\(outage)：已点火试验 \(lit.grouped) 户，已封表 \(sealed.grouped) 户，仍停气 \(stillOff.grouped) 户。")
    }

    /// An outage is over.
    package static func outageClosed(_ outage: OutageID) -> Phrase {
        Phrase(en: "\(outage) closed.", zh: "\(outage) 已结束。")
    }

    /// Another outage meets the same households.
    package static func outageMeets(_ other: OutageID, households: Int) -> Phrase {
        Phrase(
            en: "Meets \(other) for \(households.of("household")): decide with gasworks outage overlap.",
            zh: "与 \(other) 重叠 \(households.grouped) 户：请用 gasworks outage overlap 决定。")
    }

    /// Households are not told, and by when the first must be.
    package static func householdsMissing(_ households: Int, by deadline: String) -> Phrase {
        Phrase(
            en: "\(households.of("household")) not told in time; the first must be told by \(deadline).",
            zh: "\(households.grouped) 户尚未按时告知；最早须在 \(deadline) 前告知。")
    }

    /// The lead time cannot be kept.
    package static func leadTimeCannotBeMade(earliest: String) -> Phrase {
        Phrase(
            en: "The lead time cannot be kept for this start; the earliest that can is \(earliest).",
            zh: "按此开始时间已来不及提前告知；最早可行的开始时间为 \(earliest)。")
    }

    /// What crews must deliver on a day.
    package static func deliveriesOn(_ date: CalendarDate, planned: Int, capacity: Int) -> Phrase {
        Phrase(
            en: "\(date): \(planned.of("notice")) to deliver by hand, crews can make \(capacity.grouped).",
            zh: "\(date)：须送达 \(planned.grouped) 份，班组可完成 \(capacity.grouped) 份。")
    }

    /// What crews cannot deliver in time.
    package static func undeliverable(_ notices: Int) -> Phrase {
        Phrase(
            en: "\(notices.of("notice")) cannot be delivered by hand in time with the crews there are.",
            zh: "按现有班组，\(notices.grouped) 份通知无法按时送达。")
    }
}
