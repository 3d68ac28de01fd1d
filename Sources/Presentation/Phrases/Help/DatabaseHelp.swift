/// Help of the `db` commands.
package enum DatabaseHelp {
    package static let noun = Phrase(
        en: "Make, start, stop and inspect the database.", zh: "建立、启动、停止和检查数据库。")
    package static let initialize = Phrase(
        en: "Make the database: cluster, schema, time zone; run again, it changes nothing.",
        zh: "建立数据库：集群、表结构和时区；重复执行不作任何更改。")
    package static let rehearsal = Phrase(
        en: "Make a database for rehearsals, in which --now is allowed. It can never become a real one.",
        zh: "建立演练库，允许使用 --now；演练库永远不能转为正式库。")
    package static let timeZone = Phrase(
        en: "The utility's time zone, such as Asia/Shanghai; else this machine's.",
        zh: "燃气企业所在时区，例如 Asia/Shanghai；未指定时取本机时区。")
    package static let migrate = Phrase(
        en: "Bring the schema to this program's; as the schema's owner.", zh: "将表结构升级到本程序的版本；以表结构属主身份执行。")
    package static let status = Phrase(
        en: "Say whether the database runs; starts nothing.", zh: "查看数据库是否运行；不启动任何程序。")
    package static let start = Phrase(
        en: "Start the embedded PostgreSQL; other commands do so by themselves.",
        zh: "启动内置 PostgreSQL；其他命令会按需自行启动。")
    package static let stop = Phrase(
        en: "Stop the embedded PostgreSQL; what others had not committed is undone.",
        zh: "停止内置 PostgreSQL；他人尚未提交的更改将回滚。")
    package static let verify = Phrase(
        en: "Recompute every chain of the archive and say where one does not hold.",
        zh: "重新计算档案的每条哈希链，指出校验不符之处。")
    package static let verifyMore = Phrase(
        en: "Ends with status 77 when a chain is broken: something was changed behind the archive's back.",
        zh: "发现断链时以状态 77 结束，说明数据曾被绕过系统改动。")
    package static let verifyDistrict = Phrase(
        en: "Only this district's chains; - for the company's own.", zh: "仅校验该片区；公司自身的链写作 -。")

    package static let setting = Phrase(
        en: "List, show and set the numbers by which the company works.", zh: "列出、查看和设定公司的业务参数。")
    package static let settingList = Phrase(en: "List settings as they hold today.", zh: "列出今日生效的全部参数。")
    package static let settingListDistrict = Phrase(
        en: "As they hold in this district; else for the company.", zh: "该片区的取值；未指定时为全公司。")
    package static let settingShow = Phrase(
        en: "Show what a setting means and the values that it had and will have.", zh: "查看参数的含义及其历次和将来的取值。")
    package static let settingName = Phrase(en: "The setting's name, as in the list.", zh: "参数名，以列表所示为准。")
    package static let settingSet = Phrase(
        en: "Set a value that holds from a day on; the change is archived.", zh: "设定自某日起生效的取值；变更记入档案。")
    package static let settingValue = Phrase(
        en: "The value; see the list for what is allowed. @FILE takes it from a file, such as a calendar's days.",
        zh: "取值；允许范围见参数列表。@文件 表示从文件读取，如放假日期表。")
    package static let settingDistrict = Phrase(
        en: "The district in which it holds; else the company.", zh: "适用的片区；未指定时全公司适用。")
    package static let settingFrom = Phrase(
        en: "The first day on which it holds; else today.", zh: "生效日期；未指定时为今天。")
}
