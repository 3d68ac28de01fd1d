/// Help of the `report` commands.
package enum ReportHelp {
    package static let noun = Phrase(en: "Figures for management and authorities.", zh: "管理与监管报表。")
    package static let sla = Phrase(
        en: "How the deadlines of faults were kept, by month, district, severity and milestone.",
        zh: "故障时限履约情况：按月份、片区、级别和节点统计。")
    package static let slaMore = Phrase(
        en: """
            Each fault is replayed from its events in the archive and judged by the targets that held when it was reported. \
            Shares come with Wilson's 95 % interval; minutes are those of the clock, pauses left out.
            """,
        zh: "每起故障均由档案事件重放，按报修当时的指标判定。按时率附 Wilson 95% 区间；分钟数为净计时，不含停表。")
    package static let breaches = Phrase(en: "List each breach with its cause.", zh: "逐项列出超时及其原因。")
    package static let html = Phrase(
        en: "Also write a page with plots to this file.", zh: "另将图表页面写入该文件。")
}
