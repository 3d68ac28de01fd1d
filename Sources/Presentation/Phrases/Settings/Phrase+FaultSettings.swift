/// What the settings of faults mean, by their names.
extension Phrase {
    static let faultMeanings: [String: Phrase] = [
        "faults.arrival.emergency": Phrase(
            en: "Minutes until somebody is on site in an emergency.", zh: "紧急故障：到场分钟数。"),
        "faults.set_off.customer": Phrase(
            en: "Minutes until staff set off to a customer's equipment.", zh: "用户设施故障：出发分钟数。"),
        "faults.handling.emergency": Phrase(en: "Minutes to handle an emergency.", zh: "紧急故障：处置分钟数。"),
        "faults.handling.major": Phrase(en: "Minutes to handle a major fault.", zh: "重大故障：处置分钟数。"),
        "faults.handling.general": Phrase(en: "Minutes to handle a general fault.", zh: "一般故障：处置分钟数。"),
        "faults.repair.emergency": Phrase(en: "Minutes to repair an emergency.", zh: "紧急故障：修复分钟数。"),
        "faults.repair.major": Phrase(en: "Minutes to repair a major fault.", zh: "重大故障：修复分钟数。"),
        "faults.repair.general": Phrase(en: "Minutes to repair a general fault.", zh: "一般故障：修复分钟数。"),
        "faults.visit_minutes": Phrase(
            en: "Minutes that a crew is usually busy with a fault.", zh: "班组处理一起故障的通常分钟数。"),
        "faults.overtime_minutes": Phrase(
            en: "Minutes that a fault may keep a crew beyond its shift when nobody else can come.",
            zh: "无其他班组可派时，故障可使班组超过班次的分钟数。"),
        "faults.agreement_days": Phrase(
            en: "Days ahead for which a customer may agree to another time.", zh: "与用户约定时间的最长天数。"),
        "faults.parts_hours": Phrase(en: "Hours for which missing parts stop a clock at most.", zh: "待料停表的最长小时数。"),
    ]

    static let faultSources: [String: String] = [
        "Faults: on site 30 min in town, 50 outside [P]": "故障：城区 30 分钟、郊外 50 分钟到场［P 行业惯例］",
        "Faults: staff set off at once [R], within 30 min [P]": "故障：立即出发［R 企业规定］，30 分钟内［P 行业惯例］",
        "Faults: handled within 6 hours [R]": "故障：6 小时内处置［R 企业规定］",
        "Faults: repaired within 24 hours [R]": "故障：24 小时内修复［R 企业规定］",
        "Faults: except as agreed with the customer [R]": "故障：与用户另有约定的除外［R 企业规定］",
        "Faults: no parts, customer told [R]; a week is practice": "故障：缺配件须告知用户［R 企业规定］；一周为惯例",
        "practice: an hour on site, until own figures are known": "惯例：现场一小时，待有自有数据",
        "practice: nobody leaves a leak at closing time": "惯例：漏气未处置不下班",
    ]
}
