extension Setting where Value == Int {
    /// Hours before the start by which a residential customer must have been told.
    public static let residentialLeadHours = leadHours(.residential, 48, source: "Outage notices, art. 20 [L]")
    /// Hours before the start by which a commercial customer must have been told.
    public static let commercialLeadHours = leadHours(.commercial, 48, source: "Outage notices, art. 20 [L]")
    /// Hours before the start by which an industrial customer must have been told.
    public static let industrialLeadHours = leadHours(
        .industrial, 168, source: "Outage notices, continuous process: 7 days [P]")
    /// Hours before the start by which a heating plant must have been told.
    public static let heatingLeadHours = leadHours(.heating, 48, source: "Outage notices, art. 20 [L]")

    /// Hours of outage above which a contingency plan and a report are needed.
    public static let contingencyHours = Setting(
        "outage.contingency_hours", 24, in: 1...720, unit: "hours", source: "Outage notices [L Shanghai art. 21]")
    /// Households without gas above which a contingency plan and a report are needed.
    public static let contingencyHouseholds = Setting(
        "outage.contingency_households", 3000, in: 1...1_000_000, unit: "count",
        source: "Outage notices [L Shanghai art. 21]")

    /// Minutes to light and test one household once its building is checked.
    public static let lightMinutes = Setting(
        "outage.light_minutes", 10, in: 1...120, unit: "minutes",
        source: "practice: purge, light and test each appliance")

    /// Text messages that the gateway takes in a minute.
    public static let smsPerMinute = Setting(
        "notices.sms_per_minute", 600, in: 1...600_000, unit: "count", perDistrict: false,
        source: "agreement with the gateway's operator")
    /// E-mails that the mail server takes in a minute.
    public static let emailPerMinute = Setting(
        "notices.email_per_minute", 600, in: 1...600_000, unit: "count", perDistrict: false,
        source: "agreement with the gateway's operator")
    /// Tries after which a channel is given up and the next one is taken.
    public static let noticeAttempts = Setting(
        "notices.max_attempts", 6, in: 1...50, unit: "count", source: "design of the delivery")
    /// Seconds before a notice that failed is tried again; doubled each time.
    public static let backOffSeconds = Setting(
        "notices.backoff_seconds", 30, in: 1...3600, unit: "seconds", source: "design of the delivery")
    /// The longest wait between two tries, in seconds.
    public static let longestBackOffSeconds = Setting(
        "notices.longest_backoff_seconds", 3600, in: 1...86_400, unit: "seconds", source: "design of the delivery")
    /// Hours after which a message without a receipt is followed by the next channel.
    public static let receiptHours = Setting(
        "notices.receipt_hours", 4, in: 1...240, unit: "hours", source: "design of the delivery")
    /// Minutes to hand over one notice at the door.
    public static let handMinutes = Setting(
        "notices.hand_minutes", 3, in: 1...60, unit: "minutes", source: "practice: a signature and a few words")

    /// The place of text messages in the order of channels; 0: not used.
    public static let smsOrder = order(.sms, 1)
    /// The place of e-mail in the order of channels; 0: not used.
    public static let emailOrder = order(.email, 2)
    /// The place of telephone calls in the order of channels; 0: only for special care.
    public static let callOrder = order(.call, 0)
    /// The place of delivery by hand in the order of channels; 0: only for special care.
    public static let handOrder = order(.hand, 3)

    /// The range begins at the national figure: where a local rule is weaker, the stricter holds.
    private static func leadHours(_ customers: CustomerClass, _ standard: Int, source: String) -> Setting<Int> {
        Setting(
            "outage.lead_hours.\(customers.rawValue)", standard, in: LeadTime.nationalHours...1440, unit: "hours",
            source: source)
    }

    private static func order(_ channel: NoticeChannel, _ standard: Int) -> Setting<Int> {
        Setting(
            "notices.order.\(channel.rawValue)", standard, in: 0...9, unit: "count",
            source: "practice: quick and cheap first")
    }
}

extension Setting where Value == LocalMinute {
    /// The time from which residential gas is not restored.
    public static let noRestorationFrom = hour("outage.night_from", 22, "Outage notices: 22:00 to 06:00 [L, l]")
    /// The time until which residential gas is not restored.
    public static let noRestorationUntil = hour("outage.night_until", 6, "Outage notices: 22:00 to 06:00 [L, l]")
    /// The time from which nobody is sent a notice.
    public static let quietFrom = hour("notices.quiet_from", 21, "practice: nobody is visited at night")
    /// The time until which nobody is sent a notice.
    public static let quietUntil = hour("notices.quiet_until", 8, "practice: nobody is visited at night")

    private static func hour(_ name: String, _ hour: Int, _ source: String) -> Setting<LocalMinute> {
        Setting(
            name, LocalMinute(minutes: hour * 60) ?? .startOfDay, in: .startOfDay ... .endOfDay, unit: "time",
            source: source)
    }
}
