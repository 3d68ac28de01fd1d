package import GasService

/// Where the numbers of settings come from. The marks tell how binding they are: R the company's own regulation, L a
/// law whose text was read, l a law as generally known, P practice or promise of gas companies.
extension Phrase {
    /// The source of a setting's default.
    package static func source(of setting: SettingDefinition) -> Phrase {
        Phrase(en: setting.source, zh: sources[setting.source] ?? faultSources[setting.source] ?? setting.source)
    }

    private static let sources = [
        "Cycles, row 8 [P]": "安检周期第 8 行［P 行业惯例］",
        "Cycles, row 5 [P]": "安检周期第 5 行［P 行业惯例］",
        "half the cycle of Cycles, row 2": "安检周期第 2 行所定周期之半",
        "half the cycle of Cycles, row 1": "安检周期第 1 行所定周期之半",
        "A visit, no access [P]": "入户安检·到访不遇［P 行业惯例］",
        "A visit, refusal [L Zhumadian, Beijing]": "入户安检·拒检［L 驻马店、北京法规］",
        "A visit [L Qingdao, P]": "入户安检［L 青岛法规，P 行业惯例］",
        "A visit [P]": "入户安检［P 行业惯例］",
        "A visit, photos [P]": "入户安检·拍照［P 行业惯例］",
        "A visit, photos [P; L Qingdao: 2]": "入户安检·拍照［P 行业惯例；L 青岛法规：2 年］",
        "What compliance exports [P]": "合规报表［P 行业惯例］",
        "A visit, 4 to 8 minutes each [P]": "入户安检：每户 4 至 8 分钟［P 行业惯例］",
        "A visit, 20 to 60 minutes [P]": "入户安检：20 至 60 分钟［P 行业惯例］",
        "A visit, 245 working days [P]": "入户安检：年 245 个工作日［P 行业惯例］",
        "practice: nobody is visited at night": "惯例：夜间不上门",
        "calendar of the country, to be entered each year": "国家放假安排，逐年录入",
        "practice of crews": "班组作业惯例",
        "as long as visits are announced: A visit [L Qingdao, P]": "与告知期一致：入户安检［L 青岛法规，P 行业惯例］",
        "two revisit rounds: A visit, no access [P]": "两轮复访：入户安检·到访不遇［P 行业惯例］",
        "trade-off of dense against level plans": "集中作业与均衡负荷的权衡",
        "A visit, no access: another weekday [P]": "入户安检·到访不遇：换一个工作日［P 行业惯例］",
        "A visit, no access: three attempts [P]": "入户安检·到访不遇：三次到访［P 行业惯例］",
        "A visit: Harbin, 71.9 % [P]": "入户安检：哈尔滨实例 71.9 %［P 行业惯例］",
        "planning assumption, lower than at first": "编排假设，低于首访",
        "A visit: 30 to 60 households of 4 to 8 minutes a day [P]": "入户安检：每日 30 至 60 户，每户 4 至 8 分钟［P 行业惯例］",
        "practice: who stands by is not planned away": "惯例：值守力量不排满",
        "practice: half a crew's morning": "惯例：班组半个上午",
        "practice: idle hours are used": "惯例：利用空闲工时",
        "practice: what was planned is not lost": "惯例：已排任务不丢失",
        "Outage notices, art. 20 [L]": "停气通知：《城镇燃气管理条例》第二十条［L］",
        "Outage notices, continuous process: 7 days [P]": "停气通知：连续生产用户提前 7 天［P 行业惯例］",
        "Outage notices [L Shanghai art. 21]": "停气通知［L 上海法规第二十一条］",
        "Outage notices: 22:00 to 06:00 [L, l]": "停气通知：22:00 至次日 06:00［L 省级法规，l］",
        "agreement with the gateway's operator": "与网关运营方的约定",
        "design of the delivery": "通知投递设计值",
        "practice: purge, light and test each appliance": "惯例：逐具置换、点火、试验",
        "practice: a signature and a few words": "惯例：签收并简要说明",
        "practice: quick and cheap first": "惯例：先快捷、低成本的方式",
        "design of the daily routing": "日路线编排设计值",
        "design of the daily routing, city traffic": "日路线编排设计值，按城区交通",
    ]
}
