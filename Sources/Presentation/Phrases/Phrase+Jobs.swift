package import GasService

/// What the commands about jobs say.
extension Phrase {
    package static let attempts = Phrase(en: "Attempts", zh: "已计到访次数")
    package static let startedAt = Phrase(en: "Started", zh: "开始时间")
    package static let closedAt = Phrase(en: "Closed", zh: "办结时间")
    package static let finding = Phrase(en: "Finding", zh: "检查项")
    package static let nextDeadline = Phrase(en: "Next deadline", zh: "下次到期日")
    package static let noJobs = Phrase(en: "No jobs.", zh: "没有工单。")

    /// A job was started.
    package static func jobStarted(_ job: JobID, at time: String) -> Phrase {
        Phrase(en: "\(job) started at \(time).", zh: "工单 \(job) 已于 \(time) 开始。")
    }

    /// A job was closed.
    package static func jobClosed(_ job: JobID, _ result: VisitResult, next: CalendarDate?, attempt: Int?) -> Phrase {
        let name = Phrase(result)
        var phrase = Phrase(en: "\(job) closed: \(name.en).", zh: "工单 \(job) 已办结：\(name.zh)。")
        if let next { phrase = phrase + Phrase(en: "The next inspection is due by \(next).", zh: "下次安检到期日 \(next)。") }
        if let attempt { phrase = phrase + Phrase(en: "This counts as attempt \(attempt).", zh: "计为第 \(attempt) 次到访。") }
        return phrase
    }

    /// A job of an outage was closed.
    package static func outageJobClosed(_ job: JobID, _ result: String) -> Phrase {
        let name = Phrase(code: result)
        return Phrase(en: "\(job) closed: \(name.en).", zh: "工单 \(job) 已办结：\(name.zh)。")
    }

    /// What must be done after a visit, times by the utility's clock.
    package static func followUp(_ value: FollowUp, in zone: UtilityTimeZone) -> Phrase {
        switch value {
        case .turnGasOff:
            Phrase(
                en: "Turn the gas off now; it goes on only after a passed re-inspection.", zh: "立即停气；复检合格后方可恢复供气。")
        case .tellDispatch(let by):
            Phrase(en: "Tell dispatch by \(zone.minute(of: by)).", zh: "\(zone.minute(of: by)) 前报告调度。")
        case .handOverNotice(let by):
            Phrase(
                en: "Hand over the written notice by \(zone.minute(of: by)).", zh: "\(zone.minute(of: by)) 前送达书面隐患告知单。")
        case .signedNotice:
            Phrase(en: "Have the notice of rectification signed.", zh: "请用户签收隐患整改通知单。")
        case .adviseCustomer:
            Phrase(en: "Tell the customer, leave the leaflet, take a photo.", zh: "当面告知，留下宣传单并拍照。")
        case .rectify(let by): Phrase(en: "It must be rectified by \(by).", zh: "须于 \(by) 前整改。")
        case .betterRectify(let by): Phrase(en: "Advise to rectify by \(by).", zh: "建议于 \(by) 前整改。")
        case .leaveSlip:
            Phrase(
                en: "Leave a slip with date, time and call-back number; no name and no hazard on it.",
                zh: "留下到访不遇单（日期、时间、回电号码），不写姓名和隐患。")
        case .checkDoorGap: Phrase(en: "Check for leaks at the gap of the door.", zh: "在门缝处检漏。")
        case .recordRefusal:
            Phrase(
                en: "Explain why it is needed; record the reason with a signature or a witness.",
                zh: "说明安检必要性；记录拒检原因，由用户签字或见证人证明。")
        case .correctAddress: Phrase(en: "Have the office correct the address.", zh: "请内勤核正地址。")
        }
    }
}
