/// Help of the `household` commands.
package enum HouseholdHelp {
    package static let noun = Phrase(
        en: "Import, find and show households and their archives.", zh: "导入、查找和查看用户及其档案。")
    package static let importFile = Phrase(
        en: "Take in a file of households, all or nothing.", zh: "导入用户文件，要么全部导入，要么都不导入。")
    package static let importMore = Phrase(
        en: """
            Households are known by their account number: a file that was taken in already changes nothing. Import the \
            supply nodes first. Every bad row is reported at once; private values are not shown.
            """,
        zh: "用户以户号识别：重复导入同一文件不作任何更改。请先导入供气节点。有误的行一次全部列出，不显示隐私内容。")
    package static let show = Phrase(
        en: "Show a household; private data is masked.", zh: "查看用户信息；隐私内容已脱敏。")
    package static let showMore = Phrase(
        en: "With --unmasked the private data is shown, and that it was, by whom and for what, is archived.",
        zh: "加 --unmasked 可查看完整隐私内容；查看人、时间和用途均记入档案。")
    package static let account = Phrase(en: "The account number.", zh: "户号。")
    package static let unmasked = Phrase(
        en: "Show name, telephone, e-mail and special care; needs --purpose.",
        zh: "显示户名、电话、电子邮箱和特殊用户信息；须同时给出 --purpose。")
    package static let purpose = Phrase(
        en: "What for, as a short code such as callback; kept in the archive.",
        zh: "用途，以简短代码表示，例如 callback（回访）；记入档案。")
    package static let search = Phrase(
        en: "Find households by account, meter, any part of the address, or the beginning of a name.",
        zh: "按户号、表号、地址任一部分或户名开头查找用户。")
    package static let searchText = Phrase(en: "What to look for.", zh: "要查找的内容。")
    package static let searchLimit = Phrase(en: "At most so many households.", zh: "最多列出的户数。")
    package static let history = Phrase(
        en: "Show a household's archive, event by event, oldest first.", zh: "查看用户档案，按时间先后逐条列出。")
}
