package import GasService

/// What settings mean, by their names.
extension Phrase {
    /// What a setting's number decides; its bare name for a setting that is not explained.
    package static func meaning(of setting: SettingDefinition) -> Phrase {
        meanings[setting.name] ?? outageMeanings[setting.name] ?? faultMeanings[setting.name]
            ?? Phrase(verbatim: setting.name)
    }

    private static let meanings: [String: Phrase] = [
        "inspection.anniversary_months": Phrase(
            en: "An inspection so many months before its deadline keeps the anniversary.",
            zh: "到期日前若干个月内完成安检的，下一周期仍自原到期日起算。"),
        "inspection.window_months.residential": Phrase(
            en: "Residential: months before the deadline from which an inspection counts.",
            zh: "居民用户：到期日前若干个月起可安检。"),
        "inspection.window_months.other": Phrase(
            en: "Others: months before the deadline from which an inspection counts.",
            zh: "非居民用户：到期日前若干个月起可安检。"),
        "inspection.special_care_yearly": Phrase(
            en: "Whether special-care households are inspected yearly, whatever their class.",
            zh: "特殊用户是否不论类型一律每年安检。"),
        "attempt.evening_begins": Phrase(
            en: "From this time a visit counts as one in the evening.", zh: "自该时刻起的到访计为晚间到访。"),
        "attempt.off_hours_by": Phrase(
            en: "By this attempt at the latest one is in the evening or on a weekend.",
            zh: "至迟第几次到访须安排在晚间或周末。"),
        "attempt.letter_after": Phrase(
            en: "After so many attempts without access an appointment letter goes out.",
            zh: "到访不遇达若干次后发出预约函。"),
        "attempt.long_uninspected_after": Phrase(
            en: "After so many attempts without access a household is listed as long uninspected.",
            zh: "到访不遇达若干次后列入长期未入户清单。"),
        "attempt.suspension_after_refusals": Phrase(
            en: "After so many refusals in a row the supply may be suspended where the city's regulation allows it.",
            zh: "连续拒检达若干次且当地法规允许的，可停气。"),
        "visit.announce_days": Phrase(
            en: "Visits are announced so many days before.", zh: "入户安检须提前若干天告知。"),
        "visit.call_before_minutes": Phrase(
            en: "The crew telephones so many minutes before an appointment.", zh: "预约时段前若干分钟电话联系用户。"),
        "visit.photos": Phrase(en: "The least number of photos of a visit.", zh: "每次入户安检最少拍照张数。"),
        "visit.minutes.residential": Phrase(
            en: "Minutes for a residential inspection, at the door and inside.", zh: "居民用户单户安检用时。"),
        "visit.minutes.other": Phrase(
            en: "Minutes for another inspection, at the door and inside.", zh: "非居民用户单户安检用时。"),
        "visit.from": Phrase(en: "Nobody is visited earlier.", zh: "最早到访时刻。"),
        "visit.until": Phrase(en: "All visits have ended by then.", zh: "到访最迟结束时刻。"),
        "record.spot_check_percent": Phrase(
            en: "Share of a month's records that is checked on the spot.", zh: "每月安检记录现场抽查比例。"),
        "record.keep_years": Phrase(en: "Years for which records are kept.", zh: "安检记录保存年限。"),
        "report.entry_rate_target_percent": Phrase(
            en: "The entry rate aimed for in a year.", zh: "年度安检入户率目标。"),
        "plan.freeze_days": Phrase(
            en: "Planning anew leaves so many days from today alone.", zh: "自今日起若干天内的计划锁定，重排不改动。"),
        "plan.reserve_days": Phrase(
            en: "Days before the deadline that are kept for revisits.", zh: "到期日前为复访预留的天数。"),
        "plan.alignment_percent": Phrase(
            en: "So much above the level load may be worked to inspect a building on one day.",
            zh: "为使同一楼栋同日安检，可超出均衡负荷的比例。"),
        "plan.revisit_gap_days": Phrase(
            en: "Days between a visit and the revisit of who was not at home.", zh: "到访不遇后至复访的间隔天数。"),
        "plan.revisit_rounds": Phrase(
            en: "Revisit rounds planned after a campaign's first.", zh: "每批次首访后编排的复访轮数。"),
        "plan.first_visit_success_percent": Phrase(
            en: "Share of first visits that get in, until a district has seen its own.",
            zh: "首访入户率；片区有自身数据后以实际为准。"),
        "plan.revisit_success_percent": Phrase(
            en: "Share of revisits that get in, until a district has seen its own.",
            zh: "复访入户率；片区有自身数据后以实际为准。"),
        "plan.productive_percent": Phrase(
            en: "Share of a shift, without its break, that is spent inside households.", zh: "班次扣除休息后用于入户作业的比例。"),
        "plan.standby_percent": Phrase(
            en: "Share of the time of crews certified for emergencies that inspections may count on.",
            zh: "抢修班组可用于安检的工时比例。"),
        "calendar.days_off": Phrase(
            en: "Days on which districts' crews do not work, such as public holidays.",
            zh: "片区班组不作业的日期，如法定节假日。"),
        "calendar.workdays": Phrase(
            en: "Saturdays and Sundays on which districts' crews work all the same.", zh: "周末调休上班的日期。"),
        "plan.weekend_work": Phrase(
            en: "Whether inspections are planned on Saturdays and Sundays too.", zh: "周六、周日是否安排安检。"),
        "route.detour_factor": Phrase(
            en: "How much longer the road is than the straight line.", zh: "实际路程与直线距离之比。"),
        "route.speed_kmh": Phrase(en: "Speed between buildings.", zh: "楼栋之间的行进速度。"),
        "route.stop_minutes": Phrase(
            en: "Minutes to park and find the door at each building.", zh: "每栋楼停车、寻门用时。"),
        "route.longest_stop_minutes": Phrase(
            en: "The longest stop at one building; more households there make more stops.",
            zh: "单站最长停留时间；户数更多时拆为多站。"),
        "route.pull_ahead_days": Phrase(
            en: "Campaigns so many days ahead may be visited where a crew would else be idle.",
            zh: "班组有空闲时，可提前安检若干天内的批次。"),
        "route.carry_over_days": Phrase(
            en: "A campaign that passed without a visit is carried along for so many days.",
            zh: "批次日期已过而未到访的，继续顺延的天数。"),
        "route.break_minutes": Phrase(en: "Minutes of a crew's break.", zh: "班组休息时长。"),
        "route.break_from": Phrase(en: "The break begins no earlier.", zh: "休息最早开始时刻。"),
        "route.break_until": Phrase(en: "The break has ended by then.", zh: "休息最迟结束时刻。"),
    ]
}
