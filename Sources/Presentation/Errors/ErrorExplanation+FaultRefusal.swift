import GasService

extension ErrorExplanation {
    /// What a refused step of a fault means, by which rule, and what helps.
    init(_ refusal: FaultRefusal, told: InstantWords) {
        switch refusal {
        case .unknown(let fault):
            self.init(
                Phrase(en: "There is no fault \(fault).", zh: "没有故障 \(fault)。"),
                cure: Phrase(en: "See gasworks fault list.", zh: "请用 gasworks fault list 查看。"))
        case .agreedInPast(let fault, let latest, let agreed):
            self.init(
                Phrase(
                    en: "\(fault): \(told(latest)) is not after the agreement itself, \(told(agreed)).",
                    zh: "\(fault)：约定时间 \(told(latest)) 不晚于约定时刻 \(told(agreed))。"),
                cure: Phrase(en: "An agreed time lies ahead.", zh: "约定时间必须在约定之后。"))
        case .agreedTooFar(let fault, let latest, let days):
            self.init(
                Phrase(
                    en:
                        "\(fault): \(told(latest)) is more than \(days.of("day")) ahead; no agreement stops a clock that long.",
                    zh: "\(fault)：约定时间 \(told(latest)) 超过 \(days) 天上限。"),
                cure: Phrase(
                    en: "Agree on an earlier time; the cap is the setting faults.agreement_days.",
                    zh: "请约定更早的时间；上限见设置 faults.agreement_days。"))
        case .beforeTheReport(let fault, let occurred, let reported):
            self.init(
                Phrase(
                    en: "\(fault): nothing was done at \(told(occurred)), before it was reported at \(told(reported)).",
                    zh: "\(fault)：\(told(occurred)) 早于报修时间 \(told(reported))。"),
                cure: Phrase(en: "Check the time, and the device's clock.", zh: "请核对时间和设备时钟。"))
        case .repairedBeforeHandled(let fault, let occurred, let handled):
            self.init(
                Phrase(
                    en: "\(fault): a repair at \(told(occurred)) would be before the handling at \(told(handled)).",
                    zh: "\(fault)：修复时间 \(told(occurred)) 早于处置时间 \(told(handled))。"),
                cure: Phrase(en: "A fault is handled before it is repaired.", zh: "先处置，后修复。"))
        case .standbyOverlaps(let crew):
            self.init(
                Phrase(en: "Crew \(crew) is on call already at that time.", zh: "班组 \(crew) 在该时段已在值班。"),
                cure: Phrase(en: "Let one standby begin where the other ends.", zh: "请让值班时段首尾相接。"))
        case .illegalState(let fault, let state, let wanted, let rule):
            let (now, next, law) = (Phrase(faultState: state), Phrase(faultState: wanted), Phrase(faultRule: rule))
            self.init(
                Phrase(
                    en: "Fault \(fault) is \(now.en): \(next.en) is not the next step. Rule: \(law.en).",
                    zh: "故障 \(fault) 当前“\(now.zh)”，不能“\(next.zh)”。规定：\(law.zh)。"),
                cure: Phrase(en: "See gasworks fault show \(fault).", zh: "请用 gasworks fault show \(fault) 查看。"))
        case .nobodyToAgree(let fault):
            self.init(
                Phrase(
                    en: "\(fault) is a fault of the network: no customer can agree to have it wait.",
                    zh: "\(fault) 是管网故障：不能与某一用户约定延后。"),
                cure: Phrase(
                    en: "Send a crew: gasworks fault dispatch \(fault).", zh: "请派工：gasworks fault dispatch \(fault)。"))
        case .customerNotTold(let fault):
            self.init(
                Phrase(
                    en: "\(fault): its clock stops only once the customer has been told.", zh: "\(fault)：告知用户之后方可停表。"),
                cure: Phrase(
                    en: "Tell the customer, then say when with --told-at.", zh: "请先告知用户，再用 --told-at 注明告知时间。"))
        case .networkIsNotReferred(let fault):
            self.init(
                Phrase(
                    en: "\(fault) is the network's: it is the company's to repair, and nobody else's.",
                    zh: "\(fault) 属于管网设施：由本公司负责修复，不得转介。"),
                cure: Phrase(en: "Repair it, or wait for parts.", zh: "请修复，或登记待料。"))
        case .isNotWaiting(let fault):
            self.init(
                Phrase(en: "\(fault) does not wait for parts.", zh: "\(fault) 并未在待料。"),
                cure: Phrase(en: "See gasworks fault show \(fault).", zh: "请用 gasworks fault show \(fault) 查看。"))
        case .alreadyAssigned(let fault, let crew):
            self.init(
                Phrase(en: "Crew \(crew) has \(fault) already.", zh: "\(fault) 已由班组 \(crew) 承接。"),
                cure: Phrase(
                    en: "To give it to another crew, take it back first: gasworks fault release \(fault).",
                    zh: "如需改派，请先收回：gasworks fault release \(fault)。"))
        case .ofAnotherCrew(let fault):
            self.init(
                Phrase(en: "\(fault) is not yours: your crew has no job for it.", zh: "\(fault) 不属于本班组。"),
                cure: Phrase(en: "Ask the dispatch centre.", zh: "请联系调度中心。"))
        case .promisedJobLeftOut(let job):
            self.init(
                Phrase(
                    en: "Job \(job) was begun or promised: no change of the day may drop it.",
                    zh: "作业 \(job) 已开始或已承诺，调整当日计划时不得删除。"),
                cure: Phrase(en: "Try again: the day has changed.", zh: "当日计划已变化，请重试。"))
        case .nothingToRelease(let fault):
            self.init(
                Phrase(
                    en: "\(fault) cannot be taken back: no crew has it, or the crew has begun.",
                    zh: "\(fault) 无法收回：尚未派工，或班组已开始作业。"),
                cure: Phrase(en: "See gasworks fault show \(fault).", zh: "请用 gasworks fault show \(fault) 查看。"))
        case .nobodyCanCome(let fault):
            self.init(
                Phrase(
                    en: "No crew with the certificates for \(fault) is on duty or on call and free to come.",
                    zh: "没有具备 \(fault) 所需资质、当班或值班且可前往的班组。"),
                cure: Phrase(
                    en: "Put a crew on call: gasworks crew standby; the clock goes on meanwhile.",
                    zh: "请安排值班：gasworks crew standby；期间时限继续计算。"))
        case .breaksPromises(let fault, let options):
            self.init(
                Phrase(
                    en: "\(fault): all \(options) ways to send a crew make others wait who were promised a time.",
                    zh: "\(fault)：全部 \(options) 种派工方案都会使已获承诺的其他用户延后。"),
                cure: Phrase(
                    en:
                        "See gasworks fault options \(fault), then gasworks fault dispatch \(fault) --crew CREW --break-promises.",
                    zh:
                        "请先用 gasworks fault options \(fault) 查看，再用 gasworks fault dispatch \(fault) --crew 班组 --break-promises。"
                ))
        }
    }
}

extension Phrase {
    /// The rule by which the schema refused a step of a fault.
    init(faultRule rule: String) {
        switch rule {
        case "handled_before_repaired":
            self.init(en: "a fault is handled before it is repaired", zh: "先处置，后修复")
        case "a_fault_is_handled_once": self.init(en: "a fault is handled once", zh: "处置只登记一次")
        case "settled_faults_stay":
            self.init(en: "a fault that is repaired, referred or joined stays so", zh: "已修复、已转介或已合并的故障不再变更")
        case "only_untouched_reports_are_joined":
            self.init(en: "only a report that nobody works on is joined", zh: "只有尚未派工的报修可以合并")
        case "reports_join_open_faults":
            self.init(en: "a report is joined to a fault that is not settled", zh: "只能合并到未办结的故障")
        case "joined_reports_have_no_course":
            self.init(en: "a joined report goes the way of its fault", zh: "已合并的报修随主故障办理")
        default: self.init(verbatim: rule)
        }
    }
}
