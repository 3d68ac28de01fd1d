extension Phrase {
    /// What would have been right in place of an invalid value: a stable code in words, a range, date or list as it is.
    package init(expected: String) {
        self = Self.expectations[expected] ?? Phrase(code: expected)
    }

    private static let expectations: [String: Phrase] = [
        "known_appointment": Phrase(
            en: "an appointment that gasworks inspection appointment list names",
            zh: "gasworks inspection appointment list 所列的预约号"),
        "crew_on_duty": Phrase(en: "a crew that is on duty on that day", zh: "当日在岗的班组"),
        "findings_with_hazard_only": Phrase(
            en: "failed items with the result hazard, and with no other", zh: "仅当结果为 hazard（存在隐患）时填报不合格项"),
        "finding_with_hazard": Phrase(
            en: "passed, or hazard with at least one failed item", zh: "passed（安检合格），或 hazard（存在隐患）并至少填报一项不合格项"),
        "no_rehearsal": Phrase(
            en: "no --rehearsal, for this database is a real one", zh: "不带 --rehearsal，因本库为正式库"),
        "embedded_database": Phrase(
            en: "no --database, for only the embedded PostgreSQL is started and stopped here",
            zh: "不带 --database，此处只能启停内置 PostgreSQL"),
        "short_reading": Phrase(en: "a reading of at most 64 characters", zh: "不超过 64 个字符的读数"),
        "sound_cycle": Phrase(
            en: "1 to 120 months; early fewer than these, at least 1 for anniversary and 0 for calendar-year; "
                + "cap no fewer; whole years for calendar-year",
            zh: "周期 1 至 120 个月；可提前月数小于周期，anniversary（周年日）至少为 1，calendar-year（自然年）为 0；"
                + "间隔上限不小于周期；calendar-year 须为整年"),
    ]
}
