/// Help of the `job` commands.
package enum JobHelp {
    package static let noun = Phrase(en: "List, show, start and close jobs.", zh: "列出、查看、开始和办结工单。")
    package static let list = Phrase(
        en: "List a crew's jobs of a day in the order of its route.", zh: "按路线顺序列出班组某日的工单。")
    package static let show = Phrase(en: "Show a job.", zh: "查看工单。")
    package static let job = Phrase(en: "The job, such as A1-4711.", zh: "工单号，例如 A1-4711。")
    package static let start = Phrase(
        en: "Start a job; from now on it stays with its crew, whatever is planned later.",
        zh: "开始工单；此后无论如何重排，工单不再改派。")
    package static let startedAt = Phrase(en: "When it began; else now.", zh: "开始时刻；未指定时为现在。")
    package static let commandID = Phrase(
        en: "The command's own id: a repeat answers what was answered and changes nothing.",
        zh: "命令编号（UUID）：重复提交返回原答复，不再作更改。")
    package static let close = Phrase(
        en: "Close a job with its result, and learn what must follow.", zh: "填报结果、办结工单，并提示后续事项。")
    package static let closeMore = Phrase(
        en: """
            With --result hazard, each --item names a failed item of the checklist (gasworks job close ID --result hazard \
            --item leak="30 ppm"); with --result passed, an item with a reading records it (--item meter_reading=1204.5).
            """,
        zh: """
            结果为 hazard（存在隐患）时，每个 --item 填一项不合格的检查项（gasworks job close 工单号 --result hazard \
            --item leak="30 ppm"）；结果为 passed（安检合格）时，可填带读数的检查项（--item meter_reading=1204.5）。
            """)
    package static let result = Phrase(
        en: "What came of it.",
        zh: "结果：passed 安检合格，hazard 存在隐患，no-access 到访不遇，refused 拒检，vacant 空置，not-found 查无此户；"
            + "停气通知：delivered 当面送达，posted 投入信箱；恢复供气：lit 已点火试验。")
    package static let revisit = Phrase(
        en: "When a crew comes again to a household that could not be lit.", zh: "未能点火的用户，班组再次上门的日期。")
    package static let item = Phrase(en: "An item of the checklist.", zh: "检查项代码，可带读数。")
    package static let note = Phrase(
        en: "What else is to be said; kept out of the archive's chain.", zh: "备注；不计入档案哈希链。")
    package static let closedAt = Phrase(en: "When it was done; else now.", zh: "完成时刻；未指定时为现在。")
}
