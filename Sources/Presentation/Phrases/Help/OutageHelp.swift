/// Help of the `outage` commands.
package enum OutageHelp {
    package static let noun = Phrase(
        en: "Outages, from the declaration to the last household lit again.", zh: "停气作业：从申报到最后一户恢复供气。")
    package static let node = Phrase(
        en: "A supply node: gas goes off for all that hangs below it. May be repeated.", zh: "供气节点：其下游全部停气。可重复给出。")
    package static let building = Phrase(en: "A building. May be repeated.", zh: "楼栋。可重复给出。")
    package static let account = Phrase(en: "A single household. May be repeated.", zh: "单个用户（户号）。可重复给出。")
    package static let outage = Phrase(en: "The outage, such as O-12.", zh: "停气作业编号，例如 O-12。")
    package static let declare = Phrase(
        en: "Declare an outage, and learn at once whether everyone can still be told in time.",
        zh: "申报停气，并当即得知能否按时告知所有用户。")
    package static let declareMore = Phrase(
        en: """
            Name the area by --node, --building or --account, together if need be. Times are by the utility's clock \
            (2026-12-05T09:00) or with their zone (2026-12-05T07:00:00Z). With --notify the notices are queued at once, \
            unless the outage overlaps another; otherwise gasworks outage notify queues them.
            """,
        zh: """
            停气范围用 --node、--building、--account 给出，可同时使用。时间可用公司当地时间（2026-12-05T09:00），也可带时区\
            （2026-12-05T07:00:00Z）。加 --notify 时，若与其他停气不重叠，通知立即排队；否则用 gasworks outage notify 排队。
            """)
    package static let from = Phrase(en: "When gas goes off.", zh: "停气开始时间。")
    package static let until = Phrase(en: "When it is to be back.", zh: "计划恢复时间。")
    package static let reason = Phrase(en: "Why, as households are told.", zh: "停气原因，告知用户时使用。")
    package static let emergency = Phrase(
        en: "No lead time: households are told at once, and the reason is kept.", zh: "紧急停气：不受提前告知期限制，立即告知，原因留存。")
    package static let notifyAtOnce = Phrase(en: "Queue the notices at once.", zh: "通知立即排队。")
    package static let list = Phrase(en: "List outages that are not over.", zh: "列出未结束的停气作业。")
    package static let all = Phrase(en: "Closed and cancelled ones too.", zh: "包括已结束和已取消的。")
    package static let status = Phrase(
        en: "What is missing before gas may go off, by when it must be done, and whether it still can.",
        zh: "查看停气前还缺什么、最迟何时完成、是否来得及。")
    package static let statusMore = Phrase(
        en: "With --format csv, the households that keep the outage from starting.", zh: "加 --format csv 时，列出阻碍停气的用户。")
    package static let limit = Phrase(en: "List at most so many households.", zh: "最多列出的户数。")
    package static let start = Phrase(
        en: "Gas goes off, if each household was told in time or waived.", zh: "停气：仅当每户均已按时告知或豁免。")
    package static let startMore = Phrase(
        en: """
            The database looks at the network as it is at this moment. Who came into the area since the declaration, or has \
            another number, must have been told too; if somebody is missing, nothing happens and the first accounts are named.
            """,
        zh: "以数据库此刻的管网为准：申报后接入、迁入或更换号码的用户同样须已告知；如有缺漏则不停气，并列出部分户号。")
    package static let reschedule = Phrase(en: "Change hours or area.", zh: "调整时间或范围。")
    package static let rescheduleMore = Phrase(
        en: """
            A later start that makes it neither longer nor wider asks for a changed-time notice and keeps who was told in \
            time. Everything else asks everyone again with the whole lead time. While gas is off, only --until can change.
            """,
        zh: """
            仅推迟开始且不延长、不扩大范围的，只需补发变更通知，已按时告知的仍有效；其他变更须按完整提前期重新告知。停气期间只能调整 \
            --until。
            """)
    package static let newFrom = Phrase(en: "The new start; else as it was.", zh: "新的开始时间；未给出则不变。")
    package static let newUntil = Phrase(en: "The new end; else as it was.", zh: "新的恢复时间；未给出则不变。")
    package static let cancel = Phrase(
        en: "Call an outage off; whoever was told is told that gas stays on.", zh: "取消停气；已告知的用户将收到取消通知。")
    package static let whyCancelled = Phrase(en: "Why it is called off.", zh: "取消原因。")
    package static let waive = Phrase(
        en: "As a supervisor, answer for households that are not told.", zh: "主管对未告知的个别用户豁免。")
    package static let waiveMore = Phrase(
        en: "The name (--operator) and the reason are kept. New terms need a new waiver.",
        zh: "豁免人姓名（--operator）和原因留存；停气条件变更后须重新豁免。")
    package static let waivedAccount = Phrase(en: "A household. May be repeated.", zh: "户号。可重复给出。")
    package static let whyWaived = Phrase(en: "Why it need not be told.", zh: "豁免原因。")
    package static let overlap = Phrase(
        en: "Decide that two outages that meet may both go on.", zh: "决定两项重叠的停气均照常进行。")
    package static let overlapMore = Phrase(
        en: "Holds for the terms that both have now; otherwise reschedule or cancel one of them.",
        zh: "只对双方现行条件有效；否则请调整或取消其中之一。")
    package static let other = Phrase(en: "The other outage.", zh: "另一项停气作业。")
    package static let whyBoth = Phrase(en: "Why both may go on.", zh: "两项均照常进行的理由。")
    package static let publish = Phrase(en: "Record a public announcement.", zh: "登记公开公告。")
    package static let publishMore = Phrase(
        en: "It is an addition: it never stands for telling a household.", zh: "公开公告只作补充，不能代替逐户告知。")
    package static let medium = Phrase(
        en: "A code, such as website, newspaper, poster.", zh: "媒介代码，例如 website、newspaper、poster。")
    package static let mediumIsCode = Phrase(
        en: "A medium is written in lower-case letters, digits and underscores.", zh: "媒介代码只能用小写字母、数字和下划线。")
    package static let report = Phrase(
        en: "Write the report to the authority on a large outage.", zh: "生成大范围停气的应急预案报告。")
    package static let reportMore = Phrase(
        en: """
            One HTML page for print, in both languages: area, hours, reason, households by class, crews and standby, and by \
            when each building has gas again. It names no customer. The archive keeps its SHA-256.
            """,
        zh: """
            可打印的单个 HTML 文件，中英双语：范围、时间、原因、各类用户数、班组与值守、逐楼恢复计划；不含用户姓名。其 SHA-256 存入档案。
            """)
    package static let reportFile = Phrase(
        en: "Where to write; else report-<outage>.html.", zh: "写入的文件；未指定时为 report-<编号>.html。")
    package static let reportContact = Phrase(
        en: "Who answers to the authority: name, post, telephone. May be repeated.", zh: "主管部门联系人：姓名、职务、电话。可重复给出。")
    package static let restore = Phrase(
        en: "Bring gas back: the network's leak check, each building's, then the households.",
        zh: "恢复供气：先管网检漏，再逐楼确认，最后逐户点火。")
    package static let restoreMore = Phrase(
        en: """
            gasworks outage restore O-12 --checked records the leak check of the network; --building B7 --checked that of a \
            building; --building B7 --lit its households without gas as lit and tested, or those named by --account; \
            --account 123 --revisit 2026-12-07 seals who was not at home and sends a crew on that day. Homes are not lit \
            between 22:00 and 06:00 (settings outage.night_from, outage.night_until).
            """,
        zh: """
            gasworks outage restore O-12 --checked 登记管网检漏合格；--building B7 --checked 登记楼栋检漏合格；--building B7 --lit \
            登记该楼停气用户（或 --account 指定的用户）已点火试验；--account 123 --revisit 2026-12-07 对无人在家的用户封表，并定当日\
            复访。居民用户 22:00 至 06:00 不得恢复供气（参数 outage.night_from、outage.night_until）。
            """)
    package static let restoreNeeds = Phrase(
        en: "Give --checked, --lit or --revisit; of --lit and --revisit one alone.",
        zh: "请给出 --checked、--lit 或 --revisit；--lit 与 --revisit 不能同时使用。")
    package static let restoredBuilding = Phrase(en: "The building.", zh: "楼栋。")
    package static let restoredAccount = Phrase(
        en: "A household; else all without gas. May be repeated.", zh: "户号；未给出则为全部停气用户。可重复给出。")
    package static let checked = Phrase(en: "The leak check was passed.", zh: "检漏合格。")
    package static let lit = Phrase(en: "Lit and tested.", zh: "已点火试验。")
    package static let revisit = Phrase(en: "Sealed; a crew comes again on that day.", zh: "已封表；班组于该日复访。")
    package static let restoredAt = Phrase(en: "When it was done; else now.", zh: "完成时间；未指定时为现在。")
    package static let close = Phrase(
        en: "Close an outage whose households are all lit, or sealed with a revisit.", zh: "结束停气：每户均已点火，或已封表并定复访。")
}
