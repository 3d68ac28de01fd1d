/// The words of the map page, which can change its language while it is open.
enum RouteMapWords {
    static let phrases: [(name: String, phrase: Phrase)] = [
        ("title", Phrase(en: "Routes of the day", zh: "当日路线")),
        ("all", Phrase(en: "All crews", zh: "全部班组")),
        ("crews", Phrase(en: "crews", zh: "个班组")),
        ("stops", Phrase(en: "stops", zh: "站")),
        ("jobs", Phrase(en: "jobs", zh: "个工单")),
        ("version", Phrase(en: "version", zh: "版本")),
        ("depot", Phrase(en: "Depot", zh: "驻点")),
        ("leaves", Phrase(en: "leaves", zh: "出发")),
        ("returns", Phrase(en: "back", zh: "返回")),
        ("break", .breaks),
        ("account", Phrase(en: "account", zh: "户号")),
        ("promised", Phrase(en: "promised", zh: "预约")),
        ("fit", Phrase(en: "Show everything", zh: "显示全部")),
        ("zoomIn", Phrase(en: "Zoom in", zh: "放大")),
        ("zoomOut", Phrase(en: "Zoom out", zh: "缩小")),
        ("theme", Phrase(en: "Light or dark", zh: "浅色/深色")),
        ("print", Phrase(en: "Print", zh: "打印")),
        ("play", Phrase(en: "Play the day", zh: "播放全天")),
        ("clock", Phrase(en: "Where the crews should be at", zh: "各班组应在位置")),
        ("wholeDay", Phrase(en: "Whole day", zh: "全天")),
        ("show", Phrase(en: "Show on the map", zh: "在地图上显示")),
        ("close", Phrase(en: "Close", zh: "关闭")),
        ("metre", Phrase(en: "m", zh: "米")),
        ("kilometre", Phrase(en: "km", zh: "公里")),
        ("straight", Phrase(en: "Straight lines between stops, not streets.", zh: "连线为直线，并非道路。")),
        ("empty", Phrase(en: "No routes on this day.", zh: "当日没有路线。")),
    ]

    static var json: JSONValue {
        .object(
            Language.allCases.map { language in
                JSONValue.Member(
                    language.rawValue, .object(phrases.map { .init($0.name, .string($0.phrase.text(in: language))) }))
            })
    }
}

extension Phrase {
    static let mapNeedsScript = Phrase(
        en: "This map is drawn by a script inside this file; allow scripts to see it.",
        zh: "本地图由文件内的脚本绘制，请允许运行脚本。")
}
