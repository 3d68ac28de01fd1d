/// What the settings of outages and their notices mean, by their names.
extension Phrase {
    static let outageMeanings: [String: Phrase] = [
        "outage.lead_hours.residential": Phrase(
            en: "Hours before the start by which residential customers must have been told.",
            zh: "居民用户：停气开始前至少若干小时须已告知。"),
        "outage.lead_hours.commercial": Phrase(
            en: "Hours before the start by which commercial customers must have been told.",
            zh: "商业用户：停气开始前至少若干小时须已告知。"),
        "outage.lead_hours.industrial": Phrase(
            en: "Hours before the start by which industrial customers must have been told.",
            zh: "工业用户：停气开始前至少若干小时须已告知。"),
        "outage.lead_hours.heating": Phrase(
            en: "Hours before the start by which heating plants must have been told.",
            zh: "供热用户：停气开始前至少若干小时须已告知。"),
        "outage.contingency_hours": Phrase(
            en: "Above so many hours an outage needs a contingency plan and a report.",
            zh: "停气超过若干小时须制定应急预案并报告。"),
        "outage.contingency_households": Phrase(
            en: "Above so many households an outage needs a contingency plan and a report.",
            zh: "停气超过若干户须制定应急预案并报告。"),
        "outage.night_from": Phrase(en: "Residential gas is not restored from then on.", zh: "居民用户自该时刻起不恢复供气。"),
        "outage.night_until": Phrase(en: "Residential gas is not restored before then.", zh: "居民用户在该时刻前不恢复供气。"),
        "notices.order.sms": Phrase(
            en: "The place of text messages in the order of channels; 0: not used.", zh: "短信在通知方式中的次序；0 为不使用。"),
        "notices.order.email": Phrase(
            en: "The place of e-mail in the order of channels; 0: not used.", zh: "电子邮件在通知方式中的次序；0 为不使用。"),
        "notices.order.call": Phrase(
            en: "The place of telephone calls in the order of channels; 0: special care only.",
            zh: "电话在通知方式中的次序；0 为仅用于特殊用户。"),
        "notices.order.hand": Phrase(
            en: "The place of delivery by hand in the order of channels; 0: special care only.",
            zh: "上门送达在通知方式中的次序；0 为仅用于特殊用户。"),
        "notices.quiet_from": Phrase(
            en: "No notice is sent from then on, emergencies excepted.", zh: "自该时刻起不发送通知，紧急停气除外。"),
        "notices.quiet_until": Phrase(
            en: "No notice is sent before then, emergencies excepted.", zh: "在该时刻前不发送通知，紧急停气除外。"),
        "notices.sms_per_minute": Phrase(en: "Text messages sent in a minute at most.", zh: "每分钟最多发送的短信数。"),
        "notices.email_per_minute": Phrase(en: "E-mails sent in a minute at most.", zh: "每分钟最多发送的电子邮件数。"),
        "notices.max_attempts": Phrase(
            en: "After so many tries a channel is given up and the next is taken.", zh: "同一方式尝试若干次后改用下一方式。"),
        "notices.backoff_seconds": Phrase(
            en: "Seconds before a notice that failed is tried again; doubled each time.", zh: "发送失败后重试的等待秒数，逐次加倍。"),
        "notices.longest_backoff_seconds": Phrase(en: "The longest wait between two tries.", zh: "两次尝试之间的最长等待。"),
        "notices.receipt_hours": Phrase(
            en: "After so many hours without a receipt the next channel is tried too.", zh: "发送若干小时后仍无回执的，同时启用下一方式。"),
        "outage.light_minutes": Phrase(
            en: "Minutes to light and test one household once its building is checked.", zh: "楼栋检漏合格后，逐户点火试验的用时。"),
        "notices.hand_minutes": Phrase(en: "Minutes to hand over one notice at the door.", zh: "上门送达一份通知的用时。"),
    ]
}
