/// Help of the `crew` commands.
package enum CrewHelp {
    package static let noun = Phrase(
        en: "Import and list crews, their certificates and absences.", zh: "导入和列出班组，登记资质和缺勤。")
    package static let importFile = Phrase(
        en: "Take in a file of crews, all or nothing.", zh: "导入班组文件，要么全部导入，要么都不导入。")
    package static let importMore = Phrase(
        en: """
            A crew without a district serves all of them; one with a district needs that district's households to have \
            been imported. Certificates that are on file keep their expiry.
            """,
        zh: "未填片区的班组服务全部片区；填写片区的班组，须先导入该片区的用户。已登记资质的有效期保持不变。")
    package static let list = Phrase(
        en: "List crews with their shifts, certificates and absences.", zh: "列出班组及其班次、资质和缺勤。")
    package static let listDistrict = Phrase(
        en: "Only crews that can work in this district.", zh: "仅列出可在该片区作业的班组。")
    package static let certify = Phrase(
        en: "Record until when a crew's certificate for a skill holds.", zh: "登记班组某项资质的有效期。")
    package static let certifyMore = Phrase(
        en: "Nobody is sent without a valid certificate. A day in the past ends one.",
        zh: "无有效资质者不予派单。填写过去的日期即终止该资质。")
    package static let crew = Phrase(en: "The crew.", zh: "班组。")
    package static let skill = Phrase(
        en: "The skill, such as inspection, repair or emergency.",
        zh: "资质代码，例如 inspection（安检）、repair（维修）、emergency（抢修）。")
    package static let skillIsCode = Phrase(
        en: "A skill is written in lower-case letters, digits and underscores.", zh: "资质代码只能使用小写字母、数字和下划线。")
    package static let certifiedUntil = Phrase(en: "The last day on which it holds.", zh: "有效期的最后一天。")
    package static let absent = Phrase(
        en: "Record that a crew is away, from a day to a day.", zh: "登记班组某日至某日缺勤。")
    package static let absentFrom = Phrase(en: "The first day away.", zh: "缺勤首日。")
    package static let absentUntil = Phrase(en: "The last day away.", zh: "缺勤末日。")
    package static let absentReason = Phrase(
        en: "Why; kept beside the archive, not in it.", zh: "缺勤原因；另行保存，不记入档案。")
}
