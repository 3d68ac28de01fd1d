package import GasService

/// What planning, publishing and explaining a day says.
extension Phrase {
    package static let planMaker = Phrase(en: "Planned by", zh: "编制人")
    package static let reason = Phrase(en: "Reason", zh: "事由")
    package static let cause = Phrase(en: "Why not", zh: "未排原因")
    package static let remedy = Phrase(en: "What lets it in", zh: "可行办法")
    package static let travel = Phrase(en: "Travel", zh: "路途")
    package static let service = Phrase(en: "At work", zh: "作业")
    package static let waiting = Phrase(en: "Waiting", zh: "等待")
    package static let breaks = Phrase(en: "Break", zh: "休息")
    package static let change = Phrase(en: "Change", zh: "变更")
    package static let withdrawn = Phrase(en: "Withdrawn", zh: "撤销工单")
    package static let readingDay = Phrase(en: "reading the day", zh: "读取当日任务")
    package static let draftHint = Phrase(
        en: "This is a draft: crews see it once it is published (gasworks route publish).",
        zh: "此为草案：发布后班组方可看到（gasworks route publish）。")
    package static let alreadyPublished = Phrase(en: "published before", zh: "此前已发布")

    /// Routing so many stops.
    package static func routing(stops: Int) -> Phrase {
        Phrase(en: "routing \(stops.of("stop"))", zh: "正在为 \(stops.grouped) 站排线")
    }

    /// What asks for a visit.
    package init(_ value: VisitReason) {
        switch value {
        case .appointment: self.init(en: "appointment", zh: "预约")
        case .restoration: self.init(en: "gas on again", zh: "恢复供气")
        case .outageNotice: self.init(en: "outage notice", zh: "停气通知")
        case .revisit: self.init(en: "revisit", zh: "复访")
        case .campaign: self.init(en: "campaign", zh: "批次安检")
        case .overdue: self.init(en: "overdue", zh: "已逾期")
        case .pulledAhead: self.init(en: "pulled ahead", zh: "提前安检")
        }
    }

    /// What keeps a visit out of a plan.
    package init(_ value: UnassignedCause) {
        switch value {
        case .noCrewOnDuty: self.init(en: "no crew of the district is on duty", zh: "片区无班组当班")
        case .noCertifiedCrew: self.init(en: "no crew on duty holds a valid certificate", zh: "当班班组均无有效资质")
        case .windowOutsideShifts:
            self.init(en: "no certified crew's shift reaches into the time it needs", zh: "有资质班组的班次不覆盖所需时段")
        case .windowTaken:
            self.init(en: "all crews are busy in the time it needs", zh: "所需时段内班组均已排满")
        case .longerThanShift: self.init(en: "it takes longer than any crew's shift", zh: "所需时长超过任何班次")
        case .crewsFull: self.init(en: "no crew has room left in its shift", zh: "班组工时已满")
        case .otherCrewsOnly:
            self.init(en: "only crews have room that are not meant for it", zh: "仅非本片区或待命班组有余力")
        case .notWorthTheWay:
            self.init(en: "a crew has room, but it takes more time than it is worth", zh: "有班组可去，但绕行代价过高")
        case .inPlaceOfAnother: self.init(en: "it fits only in place of another visit", zh: "须替换其他上门任务")
        case .severalTogether: self.init(en: "no single change lets it in", zh: "任何单项调整均不可行")
        case .notExamined: self.init(en: "not examined", zh: "未逐户核查")
        case .revisitTooSoon: self.init(en: "too soon after the last visit", zh: "距上次到访未满间隔期")
        case .sameWeekday: self.init(en: "the last visit was on the same weekday", zh: "与上次到访为同一星期几")
        case .slotsTried: self.init(en: "this kind of slot was tried before", zh: "该时段类型已尝试过")
        case .awaitsAppointment: self.init(en: "a letter must offer an appointment first", zh: "须先发出预约函")
        case .awaitsNotice: self.init(en: "written notice must follow the refusals first", zh: "多次拒检，须先书面告知")
        case .awaitsAddress: self.init(en: "nobody found it: the address must be corrected", zh: "查无此户，须先核正地址")
        }
    }

    /// The change that would let a visit in.
    package init(_ value: UnassignedRemedy, in zone: UtilityTimeZone) {
        let crew = value.crewID.text
        let time = zone.minute(of: value.startsAt).description
        let until = value.shiftMoves.map { zone.minute(of: $0).description } ?? ""
        let minutes = (value.minutes ?? 0).grouped
        switch value.change {
        case .endLater:
            self.init(
                en: "\(crew) works until \(until), \(minutes) min longer, and is there at \(time)",
                zh: "\(crew) 延班 \(minutes) 分钟至 \(until)，\(time) 上门")
        case .beginEarlier:
            self.init(
                en: "\(crew) begins at \(until), \(minutes) min earlier, and is there at \(time)",
                zh: "\(crew) 提前 \(minutes) 分钟于 \(until) 上班，\(time) 上门")
        case .otherTime: self.init(en: "\(crew) could be there at \(time)", zh: "改约 \(time)，由 \(crew) 上门")
        case .certify:
            self.init(
                en: "\(crew), once certified for inspections, could be there at \(time)",
                zh: "\(crew) 取得安检资质后可于 \(time) 上门")
        case .otherCrew:
            self.init(
                en: "\(crew) could be there at \(time), though not meant for it", zh: "破例由 \(crew) 于 \(time) 上门")
        case .moreUrgent:
            self.init(
                en: "\(crew) could be there at \(time), if it were more urgent", zh: "提高紧急度后 \(crew) 可于 \(time) 上门")
        case .insteadOf:
            let other = value.insteadOf?.text ?? ""
            self.init(
                en: "\(crew) could be there at \(time) instead of going to \(other)",
                zh: "\(crew) 可于 \(time) 上门，替换 \(other)")
        }
    }

    /// A span of minutes.
    package static func minutes(_ count: Int) -> Phrase {
        Phrase(en: "\(count.grouped) min", zh: "\(count.grouped) 分钟")
    }

    /// What a plan holds.
    package static func planned(date: CalendarDate, crews: Int, stops: Int, jobs: Int) -> Phrase {
        Phrase(
            en: "\(date): \(crews.of("crew goes", "crews go")) out to \(stops.of("stop")) and \(jobs.of("job")).",
            zh: "\(date)：\(crews.grouped) 个班组出工，共 \(stops.grouped) 站、\(jobs.grouped) 个工单。")
    }

    /// Visits that nobody makes.
    package static func notPlanned(_ count: Int) -> Phrase {
        Phrase(en: "\(count.of("visit")) owed on the day and not in the plan:", zh: "当日应到访而未排入的 \(count.grouped) 户：")
    }

    /// More than is shown.
    package static func andMore(_ count: Int) -> Phrase {
        Phrase(
            en: "… and \(count.grouped) more (--format json lists all).",
            zh: "……另有 \(count.grouped) 户（--format json 列出全部）。")
    }

    /// Visits for which nobody asked what keeps them out.
    package static func notExamined(_ count: Int) -> Phrase {
        Phrase(
            en: "\(count.of("visit")) not examined: with so many left out, only the most urgent are.",
            zh: "\(count.grouped) 户未逐户核查：未排入者过多，仅核查最紧急者。")
    }

    /// Households that are not looked at on the day.
    package static func leftOut(forTheirDay: Int, overdue: Int, awaiting: Int) -> Phrase {
        var en: [String] = []
        var zh: [String] = []
        if forTheirDay > 0 {
            en.append("\(forTheirDay.grouped) may be visited early and keep their day")
            zh.append("可提前而仍按原日期 \(forTheirDay.grouped) 户")
        }
        if overdue > 0 {
            en.append("\(overdue.grouped) overdue without a campaign wait")
            zh.append("逾期且无批次、待排 \(overdue.grouped) 户")
        }
        if awaiting > 0 {
            en.append("\(awaiting.grouped) wait for the office (letter, notice or address)")
            zh.append("待内勤处理（预约函、告知或地址）\(awaiting.grouped) 户")
        }
        return Phrase(en: en.joined(separator: "; "), zh: zh.joined(separator: "；"))
    }

    /// A span of local times.
    package static func span(_ from: LocalMinute, _ until: LocalMinute) -> Phrase {
        Phrase(verbatim: "\(from)–\(until)")
    }
}

extension Phrase {
    /// A file was written.
    package static func written(_ path: String, bytes: Int) -> Phrase {
        Phrase(en: "Wrote \(path) (\(bytes.grouped) bytes).", zh: "已写入 \(path)（\(bytes.grouped) 字节）。")
    }
}

/// What `route explain` says.
extension Phrase {
    package static let campaignDay = Phrase(en: "Campaign of", zh: "批次日期")
    package static let stopBefore = Phrase(en: "Since the stop before", zh: "距前一站离开")
    package static let stopAfter = Phrase(en: "Until the stop after", zh: "至后一站到达")
    package static let nothingAsksForIt = Phrase(
        en: "no campaign, appointment or passed deadline asks for a visit on that day, or its window has not opened",
        zh: "当日无批次、预约或逾期事由，或尚未到可安检起始日")
}
