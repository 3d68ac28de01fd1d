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
        "only_for_repair": Phrase(en: "it goes with --result repaired only", zh: "仅用于 --result repaired"),
        "work_done": Phrase(en: "what was done", zh: "作业内容"),
        "result_of_fault": Phrase(
            en: "repaired, no-access, refused or not-found", zh: "repaired、no-access、refused 或 not-found"),
        "known_address": Phrase(en: "an address on file", zh: "已登记的地址"),
        "only_for_visit": Phrase(
            en: "nothing (only a visit for an inspection keeps it)", zh: "不填（仅入户安检、复检可填）"),
        "only_for_restoration": Phrase(
            en: "nothing (a day of revisit is for a household that could not be lit: no-access)",
            zh: "不填（复访日仅用于恢复供气时未能点火的用户：no-access）"),
        "result_of_visit": Phrase(
            en: "passed, hazard, no-access, refused, vacant or not-found, for the job is a visit",
            zh: "passed、hazard、no-access、refused、vacant 或 not-found，因该工单为入户到访"),
        "result_of_restoration": Phrase(
            en: "lit, or no-access with --revisit, for the job is to light a household again",
            zh: "lit，或 no-access 并给出 --revisit，因该工单为恢复供气"),
        "result_of_hand": Phrase(
            en: "handed, posted, no-access or refused, for the notice goes by hand",
            zh: "handed、posted、no-access 或 refused，因该通知须上门送达"),
        "result_of_delivery": Phrase(
            en: "delivered, posted, no-access or refused, for the job brings a notice",
            zh: "delivered、posted、no-access 或 refused，因该工单为送达通知"),
        "result_of_call": Phrase(
            en: "reached, no-answer or wrong-number, for the notice goes by telephone",
            zh: "reached、no-answer 或 wrong-number，因该通知以电话告知"),
        "result_of_sms": Phrase(
            en: "nothing (a text message is confirmed by its receipt)", zh: "不登记（短信以回执为准）"),
        "result_of_email": Phrase(
            en: "nothing (an e-mail is confirmed by its receipt)", zh: "不登记（电子邮件以回执为准）"),
        "since_the_terms_were_made": Phrase(
            en: "an instant since the outage got its present terms, and not in the future",
            zh: "现行停气条件确定之后、且不晚于现在的时刻"),
        "special_care_in_person": Phrase(
            en: "another result than the letterbox, for a household in special care is told in person",
            zh: "投入信箱以外的结果，因该户须特殊照顾、当面告知"),
        "text": Phrase(en: "a text that is not empty", zh: "非空文本"),
        "code": Phrase(
            en: "a code of small letters, digits and underscores, such as callback",
            zh: "由小写字母、数字和下划线组成的代码，例如 callback"),
        "no_rehearsal": Phrase(
            en: "no --rehearsal, for this database is a real one", zh: "不带 --rehearsal，因本库为正式库"),
        "embedded_database": Phrase(
            en: "no --database, for only the embedded PostgreSQL is started and stopped here",
            zh: "不带 --database，此处只能启停内置 PostgreSQL"),
        "json_object": Phrase(en: "a JSON object", zh: "JSON 对象"),
        "gateway_url": Phrase(en: "an http or https URL", zh: "http 或 https 网址"),
        "http_method": Phrase(en: "POST or PUT", zh: "POST 或 PUT"),
        "header_text": Phrase(en: "a text of one line", zh: "单行文本"),
        "json_or_form": Phrase(en: "\"json\" or \"form\", and only one of them", zh: "“json”或“form”，二者择一"),
        "key_in_request": Phrase(
            en: "{{key}} in a header or in the body, by which the gateway knows a repetition",
            zh: "在标头或正文中使用 {{key}}，供网关识别重复请求"),
        "to_in_request": Phrase(en: "{{to}} in the body", zh: "正文中的 {{to}}"),
        "known_placeholder": Phrase(
            en: "only {{key}}, {{to}}, {{text}}, {{heading}} and {{notice}}",
            zh: "仅限 {{key}}、{{to}}、{{text}}、{{heading}}、{{notice}}"),
        "http_statuses": Phrase(en: "a list of HTTP statuses, 100 to 599", zh: "HTTP 状态码列表（100 至 599）"),
        "seconds_1_to_300": Phrase(en: "1 to 300 seconds", zh: "1 至 300 秒"),
        "environment_variable": Phrase(en: "an environment variable that is set", zh: "已设置的环境变量"),
        "secret_file": Phrase(
            en: "a file that only its owner can read (chmod 600), with one line in it",
            zh: "仅所有者可读（chmod 600）且只有一行的文件"),
        "mail_address": Phrase(en: "an e-mail address", zh: "电子邮件地址"),
        "executable_file": Phrase(en: "the path of a program that can be run", zh: "可执行程序的路径"),
        "configured_channel": Phrase(en: "\"sms\" or \"email\" in the gateway file", zh: "网关文件中的“sms”或“email”"),
        "callback_section": Phrase(
            en: "a part \"callback\" in a gateway's part of the file; see deploy/gateways.example.json",
            zh: "网关配置中的 “callback” 部分；示例见 deploy/gateways.example.json"),
        "callback_path": Phrase(
            en: "a path such as /receipts/sms, another one for each gateway", zh: "路径，例如 /receipts/sms，各网关不得相同"),
        "callback_lock": Phrase(
            en: "\"secret\" or \"signature\", or both: without one anybody could report receipts",
            zh: "“secret”或“signature”，或二者皆有：否则任何人都可上报回执"),
        "long_secret": Phrase(en: "a secret of 16 characters or more", zh: "至少 16 个字符的密钥"),
        "receipt_fields": Phrase(
            en: "\"state\", the words for \"delivered\", and \"notice\" or \"reference\"",
            zh: "“state”、表示已送达的 “delivered” 取值，以及 “notice” 或 “reference”"),
        "receipt_clock": Phrase(en: "iso8601, unix or unix_ms", zh: "iso8601、unix 或 unix_ms"),
        "http_status": Phrase(en: "an HTTP status, 200 to 599", zh: "HTTP 状态码（200 至 599）"),
        "minutes_0_to_1440": Phrase(en: "0 to 1440 minutes", zh: "0 至 1440 分钟"),
        "short_reading": Phrase(en: "a reading of at most 64 characters", zh: "不超过 64 个字符的读数"),
        "sound_cycle": Phrase(
            en: "1 to 120 months; early fewer than these, at least 1 for anniversary and 0 for calendar-year; "
                + "cap no fewer; whole years for calendar-year",
            zh: "周期 1 至 120 个月；可提前月数小于周期，anniversary（周年日）至少为 1，calendar-year（自然年）为 0；"
                + "间隔上限不小于周期；calendar-year 须为整年"),
    ]
}
