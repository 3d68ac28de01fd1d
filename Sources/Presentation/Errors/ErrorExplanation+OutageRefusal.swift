import GasService

extension ErrorExplanation {
    /// What a refused step of an outage means and what helps.
    init(_ refusal: OutageRefusal, told: InstantWords) {
        switch refusal {
        case .unknownBuilding(let building):
            self.init(
                Phrase(
                    en: "There is no building \(building) with a household concerned.", zh: "没有涉及用户的楼栋 \(building)。"),
                cure: Phrase(en: "Check the building's code.", zh: "请核对楼栋编码。"))
        case .endBeforeStart(let starts, let ends):
            self.init(
                Phrase(
                    en: "The end, \(told(ends)), is not after the start, \(told(starts)).",
                    zh: "结束时间 \(told(ends)) 不晚于开始时间 \(told(starts))。"),
                cure: Phrase(en: "Let the outage end after it starts.", zh: "请将结束时间设在开始之后。"))
        case .startInPast(let starts, let now):
            self.init(
                Phrase(
                    en: "A planned outage cannot start at \(told(starts)): it is \(told(now)).",
                    zh: "计划停气不能在 \(told(starts)) 开始：现在是 \(told(now))。"),
                cure: Phrase(
                    en: "Choose a later start, or declare an emergency with --emergency.",
                    zh: "请选择更晚的开始时间；紧急情况请加 --emergency。"))
        case .skippedByClocks(let time):
            self.init(
                Phrase(en: "Clocks skip \(time) on that day.", zh: "当日时钟拨快，没有 \(time) 这一时刻。"),
                cure: Phrase(en: "Choose another time.", zh: "请另选时刻。"))
        case .shownTwice(let time, let first, let second):
            self.init(
                Phrase(en: "Clocks show \(time) twice on that day.", zh: "当日时钟拨慢，\(time) 出现两次。"),
                cure: Phrase(en: "Say which: \(first) or \(second).", zh: "请指明是 \(first) 还是 \(second)。"))
        case .nobodyAffected:
            self.init(
                Phrase(en: "No household with gas is in the area.", zh: "该范围内没有通气用户。"),
                cure: Phrase(en: "See gasworks supply affected NODE.", zh: "请用 gasworks supply affected 节点 查看。"))
        case .notAffected(let account):
            self.init(
                Phrase(
                    en: "Household \(account) is not affected by this outage.", zh: "户号 \(account) 不受此次停气影响。"),
                cure: Phrase(en: "See gasworks outage status.", zh: "请用 gasworks outage status 查看。"))
        case .noOverlap(let outage, let other):
            self.init(
                Phrase(en: "\(outage) and \(other) do not meet.", zh: "\(outage) 与 \(other) 没有重叠。"),
                cure: Phrase(en: "There is nothing to decide.", zh: "无需决定。"))

        // What a rule forbids.
        case .illegalState(let outage, let state, let wanted) where state == wanted:
            let now = Phrase(outageState: state)
            self.init(
                Phrase(en: "Outage \(outage) is \(now.en) already.", zh: "停气作业 \(outage) \(now.zh)，不能重复操作。"),
                cure: Phrase(en: "See gasworks outage status \(outage).", zh: "请用 gasworks outage status \(outage) 查看。")
            )
        case .illegalState(let outage, let state, let wanted):
            let (now, next) = (Phrase(outageState: state), Phrase(outageState: wanted))
            self.init(
                Phrase(
                    en: "Outage \(outage) is \(now.en): \(next.en) is not the next step.",
                    zh: "停气作业 \(outage) 当前“\(now.zh)”，不能进行“\(next.zh)”。"),
                cure: Phrase(en: "See gasworks outage status \(outage).", zh: "请用 gasworks outage status \(outage) 查看。")
            )
        case .overlapUndecided(let outage, let others):
            self.init(
                Phrase(
                    en: "\(outage) meets the same households at the same time as \(others).",
                    zh: "\(outage) 与 \(others) 在同一时间涉及相同用户。"),
                cure: Phrase(
                    en: "Decide with gasworks outage overlap, or move one of them.",
                    zh: "请用 gasworks outage overlap 作出决定，或调整其中之一。"))
        case .noticesMissing(let outage, let count, let accounts):
            let first = accounts.prefix(5).joined(separator: ", ")
            self.init(
                Phrase(
                    en:
                        "\(outage) cannot start: \(count.of("household")) not told in time (\(first)\(count > 5 ? ", …" : "")).",
                    zh: "\(outage) 不能停气：\(count.grouped) 户未按时告知（\(first)\(count > 5 ? " 等" : "")）。"),
                cure: Phrase(
                    en:
                        "gasworks outage status \(outage) says what is missing; move the start, or let a supervisor waive households.",
                    zh: "请用 gasworks outage status \(outage) 查看缺口；可推迟开始时间，或由主管对个别用户豁免。"))
        case .beforeDeclaredStart(let outage, let starts, let now):
            self.init(
                Phrase(
                    en: "\(outage) was announced for \(told(starts)); it is \(told(now)).",
                    zh: "\(outage) 公告于 \(told(starts)) 停气，现在是 \(told(now))。"),
                cure: Phrase(
                    en: "Wait for the start, or reschedule and tell everyone again.", zh: "请等到公告时间，或调整时间并重新告知。"))
        case .afterDeclaredEnd(let outage, let ends, let now):
            self.init(
                Phrase(
                    en: "\(outage) was to end at \(told(ends)); it is \(told(now)).",
                    zh: "\(outage) 应于 \(told(ends)) 结束，现在是 \(told(now))。"),
                cure: Phrase(en: "Reschedule it and tell everyone again.", zh: "请调整时间并重新告知。"))
        case .onlyTheEndMoves(let outage):
            self.init(
                Phrase(
                    en: "Gas is off for \(outage): only its end can move, and not into the past.",
                    zh: "\(outage) 已停气：只能调整结束时间，且不能早于现在。"),
                cure: Phrase(en: "Give --until alone.", zh: "请只给出 --until。"))
        case .buildingNotConfirmed(let account, let building):
            self.init(
                Phrase(
                    en: "\(account) cannot be lit: no leak check of building \(building) is on record by then.",
                    zh: "户号 \(account) 不能点火：楼栋 \(building) 届时尚无检漏合格记录。"),
                cure: Phrase(
                    en: "Record it with gasworks outage restore OUTAGE --building \(building) --checked.",
                    zh: "请用 gasworks outage restore 停气编号 --building \(building) --checked 登记。"))
        case .residentialAtNight(let account, let at):
            self.init(
                Phrase(
                    en: "\(account) is a home and is not lit at night (\(told(at))).",
                    zh: "户号 \(account) 为居民用户，夜间（\(told(at))）不得恢复供气。"),
                cure: Phrase(
                    en: "Wait for the morning; see settings outage.night_from and outage.night_until.",
                    zh: "请待次日早晨；参见参数 outage.night_from 和 outage.night_until。"))
        case .revisitMissing(let account):
            self.init(
                Phrase(
                    en: "\(account) is sealed only with a day of revisit that is not past.",
                    zh: "户号 \(account) 封表须定今天或以后的复访日。"),
                cure: Phrase(en: "Give it with --revisit.", zh: "请用 --revisit 给出。"))
        case .illegalRestoration(let account, let state):
            self.init(
                Phrase(
                    en: "\(account) is \(Phrase(code: state).en), not without gas.",
                    zh: "户号 \(account) 当前“\(Phrase(code: state).zh)”，并非停气。"),
                cure: Phrase(en: "See gasworks outage status.", zh: "请用 gasworks outage status 查看。"))
        case .householdsUnaccounted(let outage, let count, let accounts):
            let first = accounts.prefix(5).joined(separator: ", ")
            self.init(
                Phrase(
                    en:
                        "\(outage) stays open: \(count.of("household")) neither lit nor sealed (\(first)\(count > 5 ? ", …" : "")).",
                    zh: "\(outage) 不能结束：\(count.grouped) 户既未点火也未封表（\(first)\(count > 5 ? " 等" : "")）。"),
                cure: Phrase(
                    en: "Light and test them, or seal them with --revisit.", zh: "请逐户点火试验，或封表并用 --revisit 定复访日。"))
        }
    }
}
