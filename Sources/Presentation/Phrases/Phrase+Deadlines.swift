package import GasService

/// What is said about deadlines, attempts, campaigns and appointments.
extension Phrase {
    package static let appointmentID = Phrase(en: "Appointment", zh: "预约号")
    package static let from = Phrase(en: "From", zh: "自")
    package static let until = Phrase(en: "Until", zh: "至")

    /// The deadline as it stands today.
    package static func deadlineStands(_ deadline: CalendarDate, today: CalendarDate) -> Phrase {
        let days = deadline.days(since: today)
        return days < 0
            ? Phrase(
                en: "It is due by \(deadline): overdue for \((-days).of("day")).",
                zh: "到期日 \(deadline)：已逾期 \((-days).grouped) 天。")
            : Phrase(
                en: "It is due by \(deadline), \(days.of("day")) from today.",
                zh: "到期日 \(deadline)，距今 \(days.grouped) 天。")
    }

    /// The rules say another deadline today than the one that stands.
    package static func deadlineDiffers(stored: CalendarDate, derived: CalendarDate) -> Phrase {
        Phrase(
            en:
                "The deadline that stands is \(stored); by rules and settings as they are today it would be \(derived).",
            zh: "现行到期日为 \(stored)；按今日的规则与参数应为 \(derived)。")
    }

    /// A visit that was made.
    package static func visited(
        at time: String, by crew: CrewID, slot: SlotKind, result: VisitResult, attempt: Int?
    ) -> Phrase {
        let (kind, outcome) = (Phrase(slot), Phrase(result))
        let counts =
            attempt.map { Phrase(en: "counted attempt \($0)", zh: "计为第 \($0) 次到访") }
            ?? (result.isCompletedInspection
                ? Phrase(en: "completed", zh: "已完成") : Phrase(en: "not counted as another attempt", zh: "不另计次"))
        return Phrase(
            en: "\(time), \(crew), \(kind.en): \(outcome.en), \(counts.en).",
            zh: "\(time)，\(crew)，\(kind.zh)：\(outcome.zh)，\(counts.zh)。")
    }

    package static let notVisitedYet = Phrase(en: "Nobody has been there for it yet.", zh: "本周期尚未上门。")
    package static let notPlannedYet = Phrase(
        en: "No campaign is planned for it: see gasworks inspection plan.", zh: "尚未排入批次：请用 gasworks inspection plan 编排。"
    )

    /// What follows the attempts so far.
    package static func next(_ step: NextStep) -> Phrase {
        let words = Phrase(step)
        return Phrase(en: "Next: \(words.en)", zh: "下一步：\(words.zh)")
    }

    /// A coming campaign.
    package static func plannedIn(_ campaign: CampaignID, on date: CalendarDate, round number: Int) -> Phrase {
        let (round, weekday) = (Phrase.round(number), Phrase(date.weekday))
        return Phrase(
            en: "Planned for \(weekday.en) \(date), \(round.en) (campaign \(campaign)).",
            zh: "已排 \(date)（\(weekday.zh)），\(round.zh)（批次 \(campaign)）。")
    }

    /// An agreed time.
    package static func agreed(_ id: AppointmentID, from: String, until: String) -> Phrase {
        Phrase(
            en: "Appointment \(id) is agreed, from \(from) until \(until).", zh: "已约定：\(from) 至 \(until)（预约 \(id)）。")
    }

    /// A time was agreed.
    package static func appointmentMade(
        _ id: AppointmentID, with account: AccountNumber, from: String, until: String
    ) -> Phrase {
        Phrase(
            en: "Appointment \(id) with \(account): the crew arrives from \(from) until \(until).",
            zh: "已与 \(account) 约定（\(id)）：班组于 \(from) 至 \(until) 到达。")
    }

    /// A time was called off.
    package static func appointmentCancelled(_ id: AppointmentID) -> Phrase {
        Phrase(en: "Appointment \(id) is cancelled.", zh: "预约 \(id) 已取消。")
    }
}

extension Phrase {
    package static let overdueMark = Phrase(en: "Overdue", zh: "逾期")
    package static let overdueSign = Phrase(en: "OVERDUE", zh: "逾期")
    package static let daysLeft = Phrase(en: "Days left", zh: "剩余天数")

    /// How much a list of what is due holds.
    package static func dueAndOverdue(_ count: Int, overdue: Int, until: CalendarDate) -> Phrase {
        Phrase(
            en: "\(count.of("inspection")) due by \(until), \(overdue.grouped) of them overdue.",
            zh: "截至 \(until) 应检 \(count.grouped) 户，其中逾期 \(overdue.grouped) 户。")
    }

    /// Which household is spoken of.
    package static func household(
        _ account: AccountNumber, _ customerClass: CustomerClass, in district: DistrictID, at address: String
    ) -> Phrase {
        let word = Phrase(customerClass)
        return Phrase(
            en: "\(account), \(word.en), district \(district), \(address).",
            zh: "\(account)，\(word.zh)用户，片区 \(district)，\(address)。")
    }
}
