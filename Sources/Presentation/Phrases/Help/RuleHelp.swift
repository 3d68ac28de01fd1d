/// Help of the `inspection rule` commands.
package enum RuleHelp {
    package static let noun = Phrase(
        en: "List and change the cycles by which inspections are due.", zh: "列出和变更安检周期规则。")
    package static let list = Phrase(en: "List every version of every cycle rule.", zh: "列出各周期规则的全部版本。")
    package static let listDistrict = Phrase(
        en: "Only rules that govern this district.", zh: "仅列出适用于该片区的规则。")
    package static let set = Phrase(
        en: "Let another cycle hold for a class from a day on; --preview shows what that does.",
        zh: "自某日起对某类用户执行新的安检周期；--preview 可预览影响。")
    package static let setMore = Phrase(
        en: """
            The version holds for cycles that begin from then on, and for cycles that are open on that day: a longer cycle \
            lengthens at once, a shorter one within the transition, by default one whole cycle of the new rule. What was \
            overdue stays overdue. Plan the horizon again afterwards.
            """,
        zh: """
            新版本适用于此后开始的周期，也适用于当日尚未完成的周期：周期延长的立即延长，周期缩短的在过渡期内缩短，\
            过渡期默认为新规则的一个完整周期。已逾期的仍为逾期。变更后请重新编排计划。
            """)
    package static let customerClass = Phrase(
        en: "The class.", zh: "用户类型：residential 居民，commercial 商业，industrial 工业，heating 采暖。")
    package static let months = Phrase(en: "The cycle in months.", zh: "安检周期（月）。")
    package static let kind = Phrase(
        en: "How it counts: max-gap, calendar-year or anniversary.",
        zh: "计期方式：max-gap 最长间隔，calendar-year 自然年，anniversary 周年日。")
    package static let earlyMonths = Phrase(
        en: "An inspection this early keeps the anniversary; else 2, and 0 for calendar years.",
        zh: "提前若干个月以内完成的，周年日不变；未指定时为 2，自然年为 0。")
    package static let capMonths = Phrase(
        en: "The most months between two inspections; for calendar years else three more than the cycle.",
        zh: "两次安检的最长间隔（月）；自然年方式未指定时为周期加 3。")
    package static let transitionMonths = Phrase(
        en: "Months within which open cycles come under a shorter rule; else one whole cycle.",
        zh: "未完成周期改按较短规则的过渡期（月）；未指定时为一个完整周期。")
    package static let from = Phrase(en: "The first day on which it holds.", zh: "生效日期。")
    package static let district = Phrase(en: "The district; else the company.", zh: "片区；未指定时为全公司。")
    package static let source = Phrase(
        en: "The regulation or decision behind it; kept with the rule.", zh: "所依据的法规或决定；随规则保存。")
    package static let sourceByDefault = Phrase(en: "decision of the company", zh: "公司决定")
    package static let preview = Phrase(
        en: "Show what it does to deadlines, hours and feasibility; change nothing.",
        zh: "只预览对到期日、工时和可行性的影响，不作任何更改。")
}
