/// Help of the `route` commands.
package enum RouteHelp {
    package static let noun = Phrase(
        en: "Plan a day's routes, publish them, show and export them.", zh: "编排、发布、查看和导出每日路线。")
    package static let day = Phrase(en: "The day.", zh: "日期。")
    package static let draft = Phrase(
        en: "The latest draft instead of what is published.", zh: "取最新草案，而非已发布的路线。")
    package static let districtOrAll = Phrase(en: "One district; else all.", zh: "指定片区；未指定时为全部。")
    package static let crewOrAll = Phrase(en: "One crew; else all.", zh: "指定班组；未指定时为全部。")

    package static let plan = Phrase(
        en: "Plan a day's routes; crews see them once they are published.", zh: "编排某日路线；发布后班组方可看到。")
    package static let planMore = Phrase(
        en: """
            Without --seconds the search is bound by iterations, and the same day and seed give the same plan on any \
            machine. With --seconds it finds more on a faster machine, and another plan each time.
            """,
        zh: """
            不带 --seconds 时按固定次数搜索，日期和种子相同则计划相同，与机器无关；\
            带 --seconds 时机器越快结果越好，每次结果可能不同。
            """)
    package static let planDistrict = Phrase(
        en: "One district; else all, which share the company's crews.", zh: "指定片区；未指定时为全部，各片区共用公司班组。")
    package static let planSeconds = Phrase(
        en: "How long to search, in seconds of wall time.", zh: "搜索时长，按实际时间（秒）。")
    package static let planSecondsOutOfRange = Phrase(
        en: "--seconds must be between 0.01 and 86400.", zh: "--seconds 须在 0.01 至 86400 之间。")

    package static let publish = Phrase(
        en: "Publish a day's routes; all districts change at one instant.", zh: "发布某日路线；各片区同时生效。")
    package static let publishDistrict = Phrase(
        en: "One district; else all that were planned.", zh: "指定片区；未指定时为已编排的全部片区。")
    package static let list = Phrase(
        en: "List a day's crews with their stops, jobs and hours, and who is left out and why.",
        zh: "列出某日各班组的站点、工单和工时，以及未排入的用户及原因。")
    package static let show = Phrase(en: "Show a crew's published route of a day.", zh: "查看班组某日已发布的路线。")
    package static let showDraft = Phrase(
        en: "The latest draft instead of what is published; for dispatchers.", zh: "取最新草案，而非已发布的路线；供调度员使用。")
    package static let export = Phrase(
        en: "Export a day's routes: GeoJSON, GPX, iCalendar, a map in one HTML file, CSV.",
        zh: "导出某日路线：GeoJSON、GPX、iCalendar、单个 HTML 文件的地图、CSV。")
    package static let exportForm = Phrase(en: "The form.", zh: "导出格式。")
    package static let exportFile = Phrase(
        en: "Where to write; else standard output.", zh: "写入的文件；未指定时写到标准输出。")
    package static let explain = Phrase(
        en: "Explain why a job is in its crew's route, or why a household is in none.",
        zh: "说明工单为何在该班组路线中，或用户为何未排入。")
    package static let explainSubject = Phrase(
        en: "The job, or with --date the household.", zh: "工单号；与 --date 同用时为户号。")
    package static let explainDate = Phrase(
        en: "The day on which a household might be visited.", zh: "可能到访该户的日期。")
    package static let explainUsage = Phrase(
        en: "Give a job such as A1-4711, or an account with --date.", zh: "请给出工单号（例如 A1-4711），或户号并加 --date。")

    package static let solve = Phrase(
        en: "Solve a standard vehicle-routing instance for total distance.", zh: "求解标准车辆路径算例，使总里程最短。")
    package static let solveMore = Phrase(
        en: """
            Reads Solomon's and Gehring & Homberger's text form, and VRPLIB with time windows, prizes, several depots \
            and limited durations. Prints `Route #1: 5 3 8 …`, a line for each route, then `Cost 12345.6`.
            """,
        zh: """
            可读取 Solomon、Gehring & Homberger 文本格式，以及带时间窗、奖励、多驻点和时长限制的 VRPLIB 格式。\
            每条路线输出一行 `Route #1: 5 3 8 …`，最后一行为 `Cost 12345.6`。
            """)
    package static let instance = Phrase(en: "The instance file.", zh: "算例文件。")
    package static let seconds = Phrase(en: "How long to search, in seconds.", zh: "搜索时长（秒）。")
    package static let iterations = Phrase(
        en: "Search for so many iterations on each thread instead: the same routes each time.",
        zh: "改为每个线程搜索固定次数：每次结果相同。")
    package static let processorSeconds = Phrase(
        en: "Search until so many seconds of processor were used, however busy the machine is.",
        zh: "用满若干秒处理器时间后停止，不受机器忙闲影响。")
    package static let seed = Phrase(en: "Where the random numbers start.", zh: "随机数种子。")
    package static let threads = Phrase(en: "How many searches run side by side.", zh: "并行搜索的线程数。")
    package static let rounding = Phrase(
        en: "dimacs: distances truncated to one decimal; exact: to three decimals.",
        zh: "dimacs：距离截断到一位小数；exact：三位小数。")
    /// A line of an instance holds something else than numbers.
    package static func numbersInLine(_ line: Int, not text: String) -> Phrase {
        Phrase(en: "numbers in line \(line), not \"\(text)\"", zh: "第 \(line) 行应为数字，而非“\(text)”")
    }
    package static let searchTooShort = Phrase(
        en: "A search cannot last less than nothing.", zh: "搜索时长不能为负。")
}
