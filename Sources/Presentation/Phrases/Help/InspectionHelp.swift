/// Help of the `inspection` commands.
package enum InspectionHelp {
    package static let noun = Phrase(
        en: "Inspections: what is due and why, the plan, and the coverage.", zh: "入户安检：应检用户及依据、安检计划和覆盖率。")
    package static let plan = Phrase(
        en: "Plan which building is inspected on which day.", zh: "编排安检计划：哪栋楼在哪一天安检。")
    package static let planMore = Phrase(
        en: """
            Campaigns of days that are not frozen make way; published days, and planned days nearer than \
            plan.freeze_days, keep theirs. The same data give the same plan. Where hours are short the best plan there \
            is is saved, the shortage is proven, and the status is 0; with --insist nothing is saved and the status is 77.
            """,
        zh: """
            未锁定日期的批次将被替换；已发布的日期，以及 plan.freeze_days 天之内已排的日期保持不变。数据相同，计划相同。\
            人力不足时保存现有条件下的最佳计划，并给出缺口证明，退出状态为 0；加 --insist 则不保存，退出状态为 77。
            """)
    package static let planUntil = Phrase(
        en: "The last day; else two years from the first.", zh: "截止日期；未指定时为起始日期后两年。")
    package static let planInsist = Phrase(en: "Save nothing when hours are short.", zh: "人力不足时不保存。")
    package static let due = Phrase(
        en: "List inspections that are due by a day, the longest overdue first.", zh: "列出截至某日应检的用户，逾期最久者在前。")
    package static let dueUntil = Phrase(en: "The last deadline to list.", zh: "列出的最晚到期日。")
    package static let onlyClass = Phrase(
        en: "Only this class.",
        zh: "仅限该类用户：residential 居民，commercial 商业，industrial 工业，heating 采暖。")
    package static let why = Phrase(
        en: "Tell how a household's deadline came about, step by step.", zh: "逐步说明某户到期日的由来。")

    package static let appointment = Phrase(
        en: "Agree, list and cancel times with customers; the day planner keeps them.",
        zh: "登记、列出和取消与用户的预约；编排日路线时遵守预约时段。")
    package static let appointmentAdd = Phrase(
        en: "Agree with a household that the crew arrives within a span of time.", zh: "与用户约定班组到达的时段。")
    package static let appointmentFrom = Phrase(
        en: "From when on: an instant, or local as 2026-12-01T18:00.", zh: "时段开始：时刻，或当地时间如 2026-12-01T18:00。")
    package static let appointmentBy = Phrase(
        en: "By when: an instant, local, or 20:00 of the same day.", zh: "时段结束：时刻、当地时间，或同日的 20:00。")
    package static let appointmentNote = Phrase(
        en: "What was said; kept beside the archive, not in it.", zh: "沟通记录；另行保存，不记入档案。")
    package static let appointmentList = Phrase(en: "List appointments by time.", zh: "按时间列出预约。")
    package static let appointmentUntil = Phrase(
        en: "The last day; else four weeks from the first.", zh: "截止日期；未指定时为起始日期起四周。")
    package static let appointmentAll = Phrase(
        en: "Kept, missed and cancelled ones too.", zh: "包括已履约、失约和已取消的预约。")
    package static let appointmentCancel = Phrase(en: "Call an appointment off.", zh: "取消预约。")
    package static let appointmentID = Phrase(
        en: "The appointment, as the list names it.", zh: "预约号，以列表所示为准。")

    package static let coverage = Phrase(
        en: "How much of a year's inspections is done, and the list behind each figure.",
        zh: "统计年度安检完成情况，每项数字均可查看明细。")
    package static let coverageMore = Phrase(
        en: """
            Each figure opens to its list: --list overdue. Addresses in lists have their numbers masked. --authority \
            writes the list as authorities take it: UTF-8 with byte order mark, Chinese headers.
            """,
        zh: """
            每项数字可用 --list 查看明细，例如 --list overdue（逾期未检）。明细中的地址已脱敏。\
            --authority 按主管部门要求导出：带 BOM 的 UTF-8 编码，中文表头。
            """)
    package static let coverageYear = Phrase(en: "The calendar year.", zh: "统计年度。")
    package static let coverageAsOf = Phrase(
        en: "As it stood on this day; else today.", zh: "统计截止日；未指定时为今天。")
    package static let coverageList = Phrase(
        en: "The list behind a figure, or all that the year is about.", zh: "某项数字的明细；all 为本年度全部用户。")
    package static let authorityIsCSV = Phrase(
        en: "The list for authorities is CSV: --authority goes with no --format json.",
        zh: "报送明细为 CSV，--authority 不能与 --format json 同时使用。")
    package static let coverageAuthority = Phrase(
        en: "The list as CSV for authorities, in Chinese, with byte order mark.", zh: "导出报主管部门的 CSV 明细，中文表头，带 BOM。")

    package static let forecast = Phrase(
        en: "Forecast how many open inspections will be done by their deadlines, if the plan is carried out.",
        zh: "预测按计划执行时，待检用户能在到期日前完成多少。")
    package static let forecastMore = Phrase(
        en: """
            Each visit gets in as often as crews did in the district over the last year, or as \
            plan.first_visit_success_percent and plan.revisit_success_percent say until enough was seen. The interval \
            holds the truth 95 times in 100: it knows the luck at each door and how uncertain the rates are.
            """,
        zh: """
            入户成功率取该片区近一年实绩；数据不足时取参数 plan.first_visit_success_percent 和 \
            plan.revisit_success_percent。预测区间的置信度为 95 %，已计入各户入户的偶然性和成功率的不确定性。
            """)
    package static let forecastUntil = Phrase(
        en: "The last deadline that counts; else twelve months from today.", zh: "计入的最晚到期日；未指定时为今日起 12 个月。")

    package static let campaign = Phrase(
        en: "List and show campaigns: one building on one day.", zh: "列出和查看安检批次：一栋楼一天为一批。")
    package static let campaignList = Phrase(en: "List campaigns by day.", zh: "按日期列出安检批次。")
    package static let campaignUntil = Phrase(
        en: "The last day; else two weeks from the first.", zh: "截止日期；未指定时为起始日期起两周。")
    package static let campaignShow = Phrase(
        en: "Show a campaign with its households.", zh: "查看安检批次及其用户。")
    package static let campaignID = Phrase(
        en: "The campaign, as the list names it.", zh: "批次号，以列表所示为准。")
}
