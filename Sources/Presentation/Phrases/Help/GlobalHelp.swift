/// Help of the program as a whole and of what every command takes.
package enum GlobalHelp {
    package static let program = Phrase(
        en: "Field service and inspections of a city gas company.", zh: "城市燃气企业的入户安检与现场作业调度。")
    package static let programMore = Phrase(
        en: """
            Global options may stand before or after the command. Exit status: 0 done; 64 wrong usage; 65 bad input; \
            69 database out of reach; 77 refused by a rule or a role.
            """,
        zh: "通用选项可写在命令之前或之后。退出状态：0 完成；64 用法有误；65 输入有误；69 数据库不可用；77 违反规则或权限不足。")
    package static let database = Phrase(
        en: "The database's URL; else GASWORKS_DATABASE_URL, else the embedded PostgreSQL.",
        zh: "数据库 URL；未指定时取 GASWORKS_DATABASE_URL，再无则用内置 PostgreSQL。")
    package static let format = Phrase(en: "How to answer.", zh: "输出格式。")
    package static let language = Phrase(
        en: "The language of answers; else as the locale says.", zh: "界面语言；未指定时依系统区域设置。")
    package static let now = Phrase(
        en: "Act as if it were this instant (ISO 8601); rehearsal databases only.", zh: "以此时刻为当前时间（ISO 8601）；仅限演练库。")
    package static let person = Phrase(
        en: "Who is acting, as recorded in the archive beside the login; else your account on this machine.",
        zh: "经办人，与登录账号一并记入档案；未指定时取本机账户名。")
    package static let onlyDistrict = Phrase(en: "Only this district.", zh: "仅限该片区。")
    package static let firstDay = Phrase(en: "The first day; else today.", zh: "起始日期；未指定时为今天。")
}
