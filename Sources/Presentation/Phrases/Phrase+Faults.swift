package import GasService

/// What is said about faults.
extension Phrase {
    package static let faultNumber = Phrase(en: "Fault", zh: "故障号")
    package static let severity = Phrase(en: "Severity", zh: "级别")
    package static let faultPlace = Phrase(en: "Place", zh: "地点")
    package static let reported = Phrase(en: "Reported", zh: "报修时间")
    package static let nextMilestone = Phrase(en: "Next", zh: "下一时限")
    package static let dueBy = Phrase(en: "Due", zh: "截止")
    package static let netLeft = Phrase(en: "Left (net)", zh: "净剩余")
    package static let wallLeft = Phrase(en: "Left (wall)", zh: "钟面剩余")
    package static let clockStanding = Phrase(en: "Standing", zh: "时限状态")
    package static let milestone = Phrase(en: "Milestone", zh: "节点")
    package static let reachedAt = Phrase(en: "Reached", zh: "达成时间")
    package static let promised = Phrase(en: "Promised", zh: "承诺到达")
    package static let step = Phrase(en: "Step", zh: "步骤")
    package static let occurred = Phrase(en: "Occurred", zh: "发生时间")
    package static let recorded = Phrase(en: "Recorded", zh: "登记时间")
    package static let callText = Phrase(en: "Call", zh: "来电内容")
    package static let caller = Phrase(en: "Caller", zh: "来电人")
    package static let late = Phrase(en: "Late", zh: "超时")
    package static let brokenPromises = Phrase(en: "Breaks promises", zh: "影响承诺")
    package static let delays = Phrase(en: "Delays", zh: "顺延")
    package static let offDay = Phrase(en: "Off the day", zh: "当日撤下")

    package init(_ severity: FaultSeverity) {
        switch severity {
        case .emergency: self.init(en: "emergency", zh: "紧急")
        case .major: self.init(en: "major", zh: "重大")
        case .general: self.init(en: "general", zh: "一般")
        }
    }

    package init(_ scope: FaultScope) {
        switch scope {
        case .network: self.init(en: "network", zh: "管网设施")
        case .customer: self.init(en: "customer's equipment", zh: "用户设施")
        }
    }

    package init(_ milestone: SLAMilestone) {
        switch milestone {
        case .setOff: self.init(en: "set off", zh: "出发")
        case .arrival: self.init(en: "arrival", zh: "到场")
        case .handling: self.init(en: "handling", zh: "处置")
        case .telling: self.init(en: "telling the customer", zh: "告知用户")
        case .repair: self.init(en: "repair", zh: "修复")
        }
    }

    package init(_ standing: SLADeadline.Standing) {
        switch standing {
        case .running: self.init(en: "running", zh: "计时中")
        case .paused(.agreed, _): self.init(en: "stands: agreed", zh: "停表：已约定")
        case .paused(.parts, _): self.init(en: "stands: no parts", zh: "停表：待料")
        case .kept: self.init(en: "kept", zh: "按时")
        case .breached: self.init(en: "breached", zh: "超时")
        case .excused: self.init(en: "not owed: referred", zh: "免责：已转介")
        }
    }

    /// The state of a fault, or a step that leads to it, as the schema spells it.
    package init(faultState state: String) {
        switch state {
        case "open": self.init(en: "open", zh: "待处置")
        case "handled": self.init(en: "handled", zh: "已处置")
        case "repaired": self.init(en: "repaired", zh: "已修复")
        case "referred": self.init(en: "referred", zh: "已转介")
        case "joined": self.init(en: "joined to another report", zh: "已合并")
        case "report_joined": self.init(en: "another report joined", zh: "并入另一报修")
        case "reported": self.init(en: "reported", zh: "报修")
        case "regraded": self.init(en: "regraded", zh: "调整级别")
        case "assigned": self.init(en: "given to a crew", zh: "派工")
        case "released": self.init(en: "taken back from the crew", zh: "收回派工")
        case "set_off": self.init(en: "crew set off", zh: "出发")
        case "arrived": self.init(en: "crew on site", zh: "到场")
        case "agreed": self.init(en: "another time agreed", zh: "约定时间")
        case "waiting": self.init(en: "waiting for parts", zh: "待料")
        case "resumed": self.init(en: "parts are there", zh: "到料")
        default: self.init(verbatim: state)
        }
    }

    /// A span of time as people read it, such as `5 h 59 min`; negative ones are overdue.
    package static func span(microseconds: Int64) -> Phrase {
        let minutes = abs(microseconds) / 60_000_000
        let sign = microseconds < 0 ? "−" : ""
        let (hours, rest) = (minutes / 60, minutes % 60)
        return hours == 0
            ? Phrase(en: "\(sign)\(rest) min", zh: "\(sign)\(rest)分")
            : Phrase(en: "\(sign)\(hours) h \(rest) min", zh: "\(sign)\(hours)小时\(rest)分")
    }

    package static func faultReported(_ fault: FaultID, at time: String) -> Phrase {
        Phrase(en: "Fault \(fault) is kept; its clock runs from \(time).", zh: "故障 \(fault) 已登记，自 \(time) 起计时。")
    }

    package static func faultJoined(_ fault: FaultID, to main: FaultID) -> Phrase {
        Phrase(
            en: "Fault \(fault) is known: the report was joined to \(main).", zh: "故障 \(fault) 属已知故障，已并入 \(main)。")
    }

    package static func faultKnown(_ faults: [FaultID]) -> Phrase {
        let names = faults.map(\.text).joined(separator: ", ")
        return Phrase(
            en: "The place suffers from \(names) already: tell the caller.", zh: "该处已受 \(names) 影响，请告知来电者。")
    }

    package static func crewSent(
        _ crew: CrewID, name: String, at time: String, job: JobID, late: Int
    ) -> Phrase {
        let tardy =
            late > 0
            ? Phrase(en: " That is \(late.of("minute")) after the deadline.", zh: "比时限晚 \(late) 分钟。")
            : Phrase(verbatim: "")
        return Phrase(
            en: "Crew \(crew) (\(name)) comes, promised for \(time) at the latest, job \(job).\(tardy.en)",
            zh: "班组 \(crew)（\(name)）前往，承诺最迟 \(time) 到达，工单 \(job)。\(tardy.zh)")
    }

    package static func delayed(_ count: Int, longest minutes: Int) -> Phrase {
        Phrase(
            en: "\(count.of("visit")) begin later, by \(minutes.of("minute")) at most.",
            zh: "\(count) 项上门顺延，最多 \(minutes) 分钟。")
    }

    package static func promiseBroken(_ job: JobID, minutes: Int?) -> Phrase {
        guard let minutes else {
            return Phrase(en: "\(job) is not visited today.", zh: "工单 \(job) 今日不再上门。")
        }
        return Phrase(
            en: "\(job) was promised a time that is missed by \(minutes.of("minute")): tell the customer.",
            zh: "工单 \(job) 的承诺时间将晚 \(minutes) 分钟，请告知用户。")
    }

    package static func faultStep(_ fault: FaultID, state: String) -> Phrase {
        let now = Phrase(faultState: state)
        return Phrase(en: "Fault \(fault) is \(now.en).", zh: "故障 \(fault) 现为“\(now.zh)”。")
    }

    package static func onCall(_ crew: CrewID, from: String, until: String) -> Phrase {
        Phrase(en: "Crew \(crew) is on call from \(from) until \(until).", zh: "班组 \(crew) 自 \(from) 至 \(until) 值班。")
    }

    package static let noOpenFaults = Phrase(en: "No fault is open.", zh: "没有未办结的故障。")
    package static let deviceClockOff = Phrase(en: "device clock off", zh: "设备时钟偏差")
}
